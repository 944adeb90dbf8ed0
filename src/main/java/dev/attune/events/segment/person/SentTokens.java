package dev.attune.events.segment.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Visitor tokens in what clients send, such as those that a storefront finds in its cookie and
 * takes for the visitor's id. Whoever has one is recognized, so none is kept.
 */
public final class SentTokens {
  /** What every visitor token begins with. */
  public static final String PREFIX = "atv1.";

  /** Stands where a token was; as an id it identifies nobody. */
  public static final String HIDDEN = "(visitor token)";

  private static final Pattern TOKEN = Pattern.compile("atv1\\.[\\w-]{8,}(?:\\.[\\w-]*)?");
  private static final List<String> VISITORS = List.of("anonymousId", "previousId");

  private SentTokens() {}

  /**
   * Puts the visitors whom tokens prove in the place of these; a token that proves nobody, or is
   * sent as somebody's customer id, identifies nobody.
   *
   * @param visitors whom a token proves
   */
  public static void resolve(ObjectNode event, Function<String, Optional<Identifier>> visitors) {
    for (String field : VISITORS) {
      String sent = token(event, field);
      if (!sent.isEmpty()) {
        event.put(field, visitors.apply(sent).map(Identifier::value).orElse(HIDDEN));
      }
    }
    if (!token(event, "userId").isEmpty()) {
      event.put("userId", HIDDEN);
    }
  }

  private static String token(ObjectNode event, String field) {
    String sent = event.path(field).asText("").strip();
    return sent.startsWith(PREFIX) ? sent : "";
  }

  /** The text without the tokens in it; JSON stays JSON. */
  public static String hide(String text) {
    return text.contains(PREFIX) ? TOKEN.matcher(text).replaceAll(HIDDEN) : text;
  }
}
