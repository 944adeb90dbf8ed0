package dev.attune.http.collector;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of one request.
 *
 * @param success false where every event was refused: {@code rejected} says why
 * @param duplicates null where the events are durable and their effect is yet to come
 * @param version to bring back as {@code Attune-Version}, null when nothing could be stored, or
 *     when its effect is yet to come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectorAnswer(
    boolean success,
    int accepted,
    @Nullable Integer duplicates,
    @Nullable String version,
    List<RejectedEvent> rejected) {
  CollectorAnswer {
    rejected = List.copyOf(rejected);
  }

  /**
   * An event that was refused.
   *
   * @param index its place in the batch, from 0
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RejectedEvent(
      int index, @Nullable String messageId, ErrorCode code, @Nullable String field, String message)
      implements Comparable<RejectedEvent> {

    static RejectedEvent of(int index, @Nullable String messageId, Rejection rejection) {
      return new RejectedEvent(
          index, messageId, rejection.code(), rejection.field(), rejection.message());
    }

    @Override
    public int compareTo(RejectedEvent other) {
      return Integer.compare(index, other.index);
    }
  }
}
