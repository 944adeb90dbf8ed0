package dev.attune.events.segment.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an event says of its person beside what happened. */
public final class Statements {
  private static final List<String> IDS = List.of("anonymousId", "userId");
  private static final int MOST_PREFERENCES = 20;
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
    if (!said.isObject() || said.size() > MOST_PREFERENCES) {
      return Map.of();
    }
    Map<String, Boolean> preferences = new TreeMap<>();
    said.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isBoolean()) {
                preferences.put(entry.getKey(), entry.getValue().booleanValue());
              }
            });
    return preferences;
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
