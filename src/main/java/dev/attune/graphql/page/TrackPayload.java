package dev.attune.graphql.page;

import dev.attune.platform.error.Rejection;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of events; bring {@code version} back as the header {@code Attune-Version}. */
public record TrackPayload(
    int accepted,
    @Nullable Integer duplicates,
    @Nullable String version,
    @NonNull List<@NonNull RejectedEvent> rejected) {

  /** One that was refused, by its place in what was sent. */
  public record RejectedEvent(
      @Id @Nullable String messageId,
      int index,
      @NonNull String code,
      @Nullable String field,
      @NonNull String message) {

    public static RejectedEvent of(int index, @Nullable String messageId, Rejection rejection) {
      return new RejectedEvent(
          messageId, index, rejection.code().name(), rejection.field(), rejection.message());
    }
  }
}
