package dev.attune.events.segment.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an event says of its person beside what happened. */
public final class Statements {
  private static final List<String> IDS = List.of("anonymousId", "userId");
  private static final String TOO_LONG = "(longer than " + Identifier.LONGEST + " characters)";

  private Statements() {}

  /**
   * @param vouched it came with the secret key
   */
  public static Statement read(JsonNode event, boolean vouched) {
    Map<String, Boolean> preferences = preferences(event);
    List<Identifier> aliases = vouched ? Aliases.read(event) : List.of();
    return !vouched && preferences.isEmpty()
        ? Statement.NONE
        : new Statement(vouched, aliases, preferences);
  }

  private static Map<String, Boolean> preferences(JsonNode event) {
    JsonNode said = event.path("context").path("consent").path("categoryPreferences");
    Map<String, Boolean> preferences = new TreeMap<>();
    said.properties()
        .forEach(
            entry -> {
              Boolean allowed = allowed(entry.getValue());
              if (allowed != null) {
                preferences.put(entry.getKey(), allowed);
              }
            });
    return preferences;
  }

  /** As banners write it: a boolean, a number, or a word; null for what says neither. */
  private static @Nullable Boolean allowed(JsonNode value) {
    return switch (value.asText("").strip().toLowerCase(Locale.ROOT)) {
      case "true", "granted", "grant", "yes", "1", "on", "allow", "allowed", "accepted" -> true;
      case "false", "denied", "deny", "no", "0", "off", "disallow", "disallowed", "rejected" ->
          false;
      default -> null;
    };
  }

  /**
   * What it sends as ids and what identifies nobody; not what is too long, which may be anything.
   */
  public static List<String> junk(JsonNode event) {
    List<String> junk = new ArrayList<>();
    for (String name : IDS) {
      String text = event.path(name).asText("").strip();
      if (!text.isEmpty() && Identifier.of(Type.VISITOR, text).isEmpty()) {
        junk.add(text.length() <= Identifier.LONGEST ? text : TOO_LONG);
      }
    }
    return junk;
  }
}
