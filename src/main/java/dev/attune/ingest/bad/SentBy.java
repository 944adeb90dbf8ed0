package dev.attune.ingest.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Sender;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an event and how it came in: all that is needed to read it again as it was read.
 *
 * @param objects the request carried {@code Sec-GPC: 1}
 */
public record SentBy(Sender sender, Arrival arrival, boolean objects) {

  String json() {
    return tree().toString();
  }

  /** As JSON, without when it was received. */
  public ObjectNode tree() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("vouches", sender.vouches());
    json.put("customer", key(sender.customer()));
    json.put("visitor", key(sender.visitor()));
    json.put("traffic", sender.traffic().name());
    json.put("userAgent", sender.userAgent());
    json.put("market", sender.market());
    json.put("live", arrival.live());
    json.set("sentAt", arrival.batchSentAt().isValueNode() ? arrival.batchSentAt() : null);
    json.put("tolerance", arrival.tolerance().toMillis());
    json.put("way", arrival.source());
    json.put("objects", objects);
    return json;
  }

  /**
   * Reads what {@link #tree} wrote.
   *
   * @throws IllegalArgumentException when it says something that nobody writes
   */
  public static SentBy of(JsonNode json, Instant receivedAt) {
    Sender sender =
        new Sender(
            json.path("vouches").asBoolean(),
            identifier(json.path("customer")),
            identifier(json.path("visitor")),
            Traffic.valueOf(json.path("traffic").asText()),
            json.path("userAgent").textValue(),
            json.path("market").textValue());
    Arrival arrival =
        new Arrival(
            receivedAt,
            json.path("live").asBoolean(),
            json.path("sentAt"),
            Duration.ofMillis(json.path("tolerance").asLong()),
            json.path("way").asText());
    return new SentBy(sender, arrival, json.path("objects").asBoolean());
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }

  private static @Nullable Identifier identifier(JsonNode key) {
    return key.isTextual() ? Identifier.ofKey(key.textValue()) : null;
  }
}
