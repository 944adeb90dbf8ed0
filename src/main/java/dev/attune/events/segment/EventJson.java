package dev.attune.events.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.segment.person.SentTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The JSON of events: exact numbers, and an id made from what an event says. */
public final class EventJson {
  private static final int DIGEST_BYTES = 18;
  private static final long SECONDS_OF_RETRIES = 10;

  /** When a body that is no JSON was sent, with the comma behind it. */
  private static final Pattern SENT_AT =
      Pattern.compile("\"sentAt\"\\s*:\\s*(?:\"[^\"]*\"|\\d+)\\s*,?");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private EventJson() {}

  /**
   * Reads one JSON value.
   *
   * @throws JsonProcessingException with the place where it stops being JSON
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /**
   * An id for an event whose client gave none: the same content has the same id, so that a retry is
   * no second event. When it was sent is left out, because a retry is sent later. Doing the same
   * again is a second event: of one without a time the id has the ten seconds in which it came. An
   * event whose address says its type has the id that it has in a batch, where it says it itself.
   */
  static String derivedId(String type, ObjectNode event, Arrival arrival) {
    ObjectNode content = event.deepCopy().without(List.of("sentAt", "messageId", "writeKey"));
    content.put("type", type);
    boolean timeless = arrival.live() && !event.hasNonNull("timestamp");
    String came = timeless ? "\n" + arrival.receivedAt().getEpochSecond() / SECONDS_OF_RETRIES : "";
    return "attune-" + digest(type + "\n" + SentTokens.hide(canonical(content)) + came);
  }

  /**
   * Names for a body that was refused: what says the same has one of the same, also when it is sent
   * again at another time, with its fields in another order, alone or in a batch: there it says its
   * type, and its batch may say of consent for it.
   *
   * @param body maybe no JSON
   */
  public static Set<String> traces(String body) {
    try {
      if (read(body) instanceof ObjectNode object) {
        String sent = digest(canonical(object.without(List.of("sentAt", "writeKey"))));
        object.remove("type");
        if (object.path("context") instanceof ObjectNode context) {
          context.remove("consent");
          if (context.isEmpty()) {
            object.remove("context");
          }
        }
        return Set.of(sent, "alone " + digest(canonical(object)));
      }
    } catch (JsonProcessingException unreadable) {
      return Set.of(digest(SENT_AT.matcher(body).replaceAll("")));
    }
    return Set.of(digest(body));
  }

  private static String canonical(JsonNode content) {
    try {
      return MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree can be written", impossible);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Whether all texts can be stored: no NUL, no half of a surrogate pair. */
  static boolean storable(JsonNode node) {
    if (node.isTextual()) {
      return storable(node.textValue());
    }
    for (var entry : node.properties()) {
      if (!storable(entry.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!storable(child)) {
        return false;
      }
    }
    return true;
  }

  /** Whether this text has neither NUL nor half of a surrogate pair. */
  static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
