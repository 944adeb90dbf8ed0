package dev.attune.graphql.request;

import dev.attune.catalog.Catalog;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.merchandising.Merchandising;
import dev.attune.models.ModelRegistry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The page of one request: who, where and when are read once, in one round trip, however many
 * fields are asked for.
 */
@RequestScoped
public class Pages {
  private static final Logger LOG = Logger.getLogger(Pages.class);

  /** A shopper who takes longer to load is served as a stranger. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final CurrentAsker asker;
  private final Shoppers shoppers;
  private final Catalog catalog;
  private final ModelRegistry models;
  private final Merchandising merchandising;
  private final HttpServerRequest request;
  private final Clock clock;
  private final MeterRegistry meters;
  private @Nullable Place place;
  private @Nullable Uni<DecisionContext> page;

  @SuppressWarnings("checkstyle:ParameterNumber")
  Pages(
      CurrentAsker asker,
      Shoppers shoppers,
      Catalog catalog,
      ModelRegistry models,
      Merchandising merchandising,
      HttpServerRequest request,
      Clock clock,
      MeterRegistry meters) {
    this.asker = asker;
    this.shoppers = shoppers;
    this.catalog = catalog;
    this.models = models;
    this.merchandising = merchandising;
    this.request = request;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * The page that this operation is about.
   *
   * @throws AttuneException CONTEXT_CONFLICT when the operation names two different contexts
   */
  public Uni<DecisionContext> page(Context operation) {
    PageContextInput context = OperationContext.of(operation);
    return at(Places.of(context, request));
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
      page = load(wanted, clock.instant()).memoize().indefinitely();
    }
    return page;
  }

  private Uni<DecisionContext> load(Place where, Instant now) {
    return shoppers
        .load(asker.get(), now)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(shopper -> context(shopper, where, now, false))
        .onFailure()
        .recoverWithItem(failed -> context(stranger(failed), where, now, true));
  }

  private Shopper stranger(Throwable failed) {
    meters.counter("attune.shoppers.degraded").increment();
    LOG.errorf(failed, "The customer store did not answer; serving a stranger");
    return new Shopper(
        "", asker.get(), Consent.byDefault(Consent.State.DENIED), Profile.NOBODY, Profile.NOBODY);
  }

  private DecisionContext context(Shopper shopper, Place where, Instant now, boolean degraded) {
    return new DecisionContext(
        shopper,
        where,
        now,
        catalog.snapshot(),
        models.current(),
        merchandising.current(),
        degraded);
  }
}
