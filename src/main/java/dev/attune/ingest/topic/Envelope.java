package dev.attune.ingest.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.segment.EventJson;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.channel.Sending;
import dev.attune.privacy.Terms;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes with an event through the topic, so that it is read there as it was read when it came:
 * the header {@code attune}, JSON in UTF-8. The record's value is the event as its client sent it,
 * its key the key of the identifier it came in with.
 *
 * <p>Version 1: {@code v}; {@code call}; {@code receivedAt}, ISO 8601; {@code market} or null;
 * {@code sent}, which holds sender, proof and clock as {@link SentBy} writes them. A field that is
 * added keeps the version, because readers pass by what they do not know; one that changes its
 * meaning raises it.
 */
record Envelope(String call, SentBy sentBy, @Nullable String market) {
  /** The header's name. */
  static final String HEADER = "attune";

  private static final int VERSION = 1;

  static Envelope of(Sending sending) {
    return new Envelope(sending.call(), sending.sentBy(), sending.terms().market());
  }

  byte[] bytes() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", VERSION);
    json.put("call", call);
    json.put("receivedAt", sentBy.arrival().receivedAt().toString());
    json.put("market", market);
    json.set("sent", sentBy.tree());
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was written, or null where that cannot be read. */
  static @Nullable Envelope read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      JsonNode json = EventJson.read(new String(bytes, StandardCharsets.UTF_8));
      if (json.path("v").asInt() != VERSION || !json.path("sent").isObject()) {
        return null;
      }
      Instant receivedAt = Instant.parse(json.path("receivedAt").asText());
      return new Envelope(
          json.path("call").asText(),
          SentBy.of(json.path("sent"), receivedAt),
          json.path("market").textValue());
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  Terms terms() {
    return new Terms(sentBy.terms().objects(), market);
  }
}
