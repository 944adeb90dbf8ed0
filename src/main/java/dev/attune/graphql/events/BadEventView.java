package dev.attune.graphql.events;

import dev.attune.graphql.list.PageInfo;
import dev.attune.ingest.bad.BadEventPage;
import dev.attune.ingest.bad.KeptBadEvent;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("BadEvent")
@Description("An event that was refused, with its reason.")
public record BadEventView(
    @NonNull @Id String id,
    @NonNull OffsetDateTime receivedAt,
    @NonNull @Description("The key it came by, and the library that its client says it is.")
        String source,
    @NonNull @Description("The collector's call, batch, or history.") String call,
    @NonNull String code,
    @Nullable @Description("As the client wrote it, properties.price.") String field,
    @NonNull String message,
    @Nullable String messageId,
    @Nullable @Description("As it was sent, at most 32 KB; null where consent does not allow it.")
        String body,
    @Description("Whether retryBadEvents can try it.") boolean retriable,
    @Description("How often it was tried again in vain.") int retries) {

  @Name("BadEventConnection")
  public record Connection(
      @NonNull List<@NonNull Edge> edges,
      @NonNull List<@NonNull BadEventView> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount,
      @NonNull @Description("All that are kept, by code and source, the most first.")
          List<@NonNull Count> counts) {}

  @Name("BadEventEdge")
  public record Edge(@NonNull String cursor, @NonNull BadEventView node) {}

  @Name("BadEventCount")
  public record Count(@NonNull String code, @NonNull String source, int count) {
    static Count of(BadEventPage.Count count) {
      int number = (int) Math.min(Integer.MAX_VALUE, count.count());
      return new Count(count.code(), count.source(), number);
    }
  }

  static BadEventView of(KeptBadEvent event) {
    return new BadEventView(
        Long.toString(event.id()),
        event.receivedAt().atOffset(ZoneOffset.UTC),
        event.source(),
        event.call(),
        event.code(),
        event.field(),
        event.message(),
        event.messageId(),
        event.body(),
        event.whole(),
        event.retries());
  }
}
