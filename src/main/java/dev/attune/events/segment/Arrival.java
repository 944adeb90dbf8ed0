package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.attune.events.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * When and how events came in.
 *
 * @param live sent as they happened: the client's clock is corrected; otherwise they are history
 *     and their times are taken as written
 * @param batchSentAt the {@code sentAt} of the batch around them, possibly missing
 * @param tolerance how far a client's clock may be off, its way to here included, without being
 *     corrected
 * @param source by what they came in, such as {@code write-key}
 */
public record Arrival(
    Instant receivedAt, boolean live, JsonNode batchSentAt, Duration tolerance, String source) {
  private static final Pattern LIBRARY = Pattern.compile("[\\w@./ -]{1,60}");

  /** Events that happen now. */
  public static Arrival live(Instant receivedAt, JsonNode batchSentAt, Duration tolerance) {
    return new Arrival(receivedAt, true, batchSentAt, tolerance, Delivery.UNKNOWN.source());
  }

  /**
   * The way that an event came in and the library that its client says it is, {@code write-key
   * @segment/analytics-node}.
   */
  public String source(JsonNode event) {
    String library = event.path("context").path("library").path("name").asText("");
    return LIBRARY.matcher(library).matches() ? source + " " + library : source;
  }

  /** When an event happened that is refused, as far as it says; else when it came. */
  public Instant said(JsonNode event) {
    return EventTimes.said(new Fields(event, ""), this);
  }

  /** The same by another way in. */
  public Arrival by(String way) {
    return new Arrival(receivedAt, live, batchSentAt, tolerance, way);
  }

  /** Events of the past. */
  public static Arrival history(Instant receivedAt) {
    return new Arrival(
        receivedAt, false, MissingNode.getInstance(), Duration.ZERO, Delivery.HISTORY);
  }
}
