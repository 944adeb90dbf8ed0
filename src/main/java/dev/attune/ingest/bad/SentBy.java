package dev.attune.ingest.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Sender;
import dev.attune.platform.time.ClientTimes;
import dev.attune.privacy.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an event and how it came in: all that is needed to read it again as it was read.
 *
 * @param terms what its request said of consent
 */
public record SentBy(Sender sender, Arrival arrival, Terms terms) {
  /** Stands for a time that nobody can read, and is none either. */
  private static final JsonNode UNREADABLE = TextNode.valueOf("unreadable");

  private static final Pattern PLAIN = Pattern.compile("[ -~]{0,60}");

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
    json.put("country", sender.market());
    json.put("live", arrival.live());
    json.set("sentAt", sentAt(arrival.batchSentAt()));
    json.put("tolerance", arrival.tolerance().toMillis());
    json.put("way", arrival.source());
    json.put("objects", terms.objects());
    json.put("market", terms.market());
    return json;
  }

  /** As it was sent, where that is short and plain: a client may send anything in its place. */
  private static @Nullable JsonNode sentAt(JsonNode said) {
    if (said.isMissingNode() || said.isNull()) {
      return null;
    }
    if (said.isIntegralNumber() && said.canConvertToLong()) {
      return said;
    }
    if (said.isNumber()) {
      return TextNode.valueOf(ClientTimes.text(said.decimalValue()));
    }
    return said.isTextual() && PLAIN.matcher(said.textValue()).matches() ? said : UNREADABLE;
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
            Traffic.named(json.path("traffic").asText()),
            json.path("userAgent").textValue(),
            json.path("country").textValue());
    Arrival arrival =
        new Arrival(
            receivedAt,
            json.path("live").asBoolean(),
            json.path("sentAt"),
            Duration.ofMillis(json.path("tolerance").asLong()),
            json.path("way").asText());
    Terms terms = new Terms(json.path("objects").asBoolean(), json.path("market").textValue());
    return new SentBy(sender, arrival, terms);
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }

  private static @Nullable Identifier identifier(JsonNode key) {
    return key.isTextual() ? Identifier.ofKey(key.textValue()) : null;
  }
}
