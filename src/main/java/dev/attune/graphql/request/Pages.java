package dev.attune.graphql.request;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The page of one request: who, where and when are read once, in one round trip, however many
 * fields are asked for.
 */
@RequestScoped
public class Pages {
  private final CurrentAsker asker;
  private final PageLoader loader;
  private final Places places;
  private final HttpServerRequest request;
  private @Nullable Place place;
  private @Nullable Uni<DecisionContext> page;

  Pages(CurrentAsker asker, PageLoader loader, Places places, HttpServerRequest request) {
    this.asker = asker;
    this.loader = loader;
    this.places = places;
    this.request = request;
  }

  /**
   * The page that this operation is about.
   *
   * @throws AttuneException CONTEXT_CONFLICT when the operation names two different contexts
   */
  public Uni<DecisionContext> page(Context operation) {
    PageContextInput context = OperationContext.of(operation);
    return at(places.of(context, request::getHeader));
  }

  /** The page as it is after something was written: read again. */
  public Uni<DecisionContext> pageAfterWriting(Context operation) {
    page = null;
    return page(operation);
  }

  private synchronized Uni<DecisionContext> at(Place wanted) {
    if (page != null && !wanted.equals(place)) {
      throw new AttuneException(
          ErrorCode.CONTEXT_CONFLICT, "context", "One operation is about one page: one context");
    }
    if (page == null) {
      place = wanted;
      page = loader.load(asker.get(), wanted).memoize().indefinitely();
    }
    return page;
  }
}
