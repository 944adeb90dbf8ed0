package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;

/**
 * When and how events came in.
 *
 * @param live sent as they happened: the client's clock is corrected; otherwise they are history
 *     and their times are taken as written
 * @param batchSentAt the {@code sentAt} of the batch around them, possibly missing
 * @param tolerance how far a client's clock may be off, its way to here included, without being
 *     corrected
 */
public record Arrival(Instant receivedAt, boolean live, JsonNode batchSentAt, Duration tolerance) {
  /** Events that happen now. */
  public static Arrival live(Instant receivedAt, JsonNode batchSentAt, Duration tolerance) {
    return new Arrival(receivedAt, true, batchSentAt, tolerance);
  }

  /** Events of the past. */
  public static Arrival history(Instant receivedAt) {
    return new Arrival(receivedAt, false, MissingNode.getInstance(), Duration.ZERO);
  }
}
