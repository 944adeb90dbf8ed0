package dev.attune.graphql.events;

import dev.attune.events.Identifier;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.ingest.bad.BadEventFilter;
import dev.attune.ingest.bad.BadEventPage;
import dev.attune.ingest.bad.BadEventRetry;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Refused events, for those who can mend what sends them. */
@GraphQLApi
public class BadEventsApi {
  private static final int MOST_IDS = 1_000;
  private static final int LONGEST_ID = 18;

  private final Roles roles;
  private final CurrentAsker asker;
  private final BadEvents badEvents;
  private final BadEventRetry retry;

  BadEventsApi(Roles roles, CurrentAsker asker, BadEvents badEvents, BadEventRetry retry) {
    this.roles = roles;
    this.asker = asker;
    this.badEvents = badEvents;
    this.retry = retry;
  }

  @Query
  @NonNull
  @Description("Events that were refused, the newest first. For operators.")
  public Uni<BadEventView.Connection> badEvents(
      @Nullable @Description("Only those refused for this, INVALID_PRICE.") String code,
      @Nullable @Description("Only of this source, as counts names it; (others) has no list.")
          String source,
      @DefaultValue("20") @Nullable Integer first,
      @Nullable String after) {
    roles.requireOperator();
    int wanted = Slice.size("first", first);
    @Nullable Long before =
        after == null ? null : Long.valueOf(id(after, "after", ErrorCode.INVALID_CURSOR));
    return badEvents
        .page(
            new BadEventFilter(Typed.text("code", code), Typed.text("source", source)),
            wanted,
            before)
        .chain(page -> badEvents.counts().map(counts -> connection(page, counts, before != null)));
  }

  @Mutation
  @NonNull
  @Description(
      "Tries bad events again, by their ids or all of a code, after what was wrong was mended."
          + " They come in as they would have when they were sent; those that are accepted are bad"
          + " events no more. For merchandisers.")
  public Uni<RetryPayload> retryBadEvents(
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> ids,
      @Nullable String code) {
    roles.requireMerchandiser();
    if (ids == null && code == null) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, "ids", "Say which: the ids, or the code that they share");
    }
    if (ids != null && ids.size() > MOST_IDS) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          "ids",
          "ids must be at most " + MOST_IDS + "; use code for more");
    }
    @Nullable List<Long> wanted =
        ids == null
            ? null
            : ids.stream().map(text -> id(text, "ids", ErrorCode.INVALID_VALUE)).toList();
    @Nullable Identifier customer = asker.get().customer();
    return retry
        .retry(wanted, Typed.text("code", code), customer == null ? "unknown" : customer.value())
        .map(RetryPayload::of);
  }

  private static BadEventView.Connection connection(
      BadEventPage page, List<BadEventPage.Count> counts, boolean behind) {
    List<BadEventView> nodes = page.events().stream().map(BadEventView::of).toList();
    List<BadEventView.Edge> edges =
        nodes.stream().map(node -> new BadEventView.Edge(node.id(), node)).toList();
    PageInfo info =
        new PageInfo(
            page.more(),
            behind,
            nodes.isEmpty() ? null : nodes.get(0).id(),
            nodes.isEmpty() ? null : nodes.get(nodes.size() - 1).id());
    int total = (int) Math.min(Integer.MAX_VALUE, page.total());
    return new BadEventView.Connection(
        edges, nodes, info, total, counts.stream().map(BadEventView.Count::of).toList());
  }

  private static long id(String text, String field, ErrorCode otherwise) {
    if (!text.matches("\\d{1," + LONGEST_ID + "}")) {
      throw new AttuneException(otherwise, field, "'" + text + "' is no id of a bad event");
    }
    return Long.parseLong(text);
  }
}
