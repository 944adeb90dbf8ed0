package dev.attune.events;

import java.util.List;
import java.util.Map;

/**
 * What an event says of its person, beside what happened.
 *
 * @param vouched the secret key says so, else the customer's own token
 * @param aliases more identifiers of this person; taken from the secret key's word alone
 * @param preferences consent by the names of {@code context.consent.categoryPreferences}
 */
public record Statement(
    boolean vouched, List<Identifier> aliases, Map<String, Boolean> preferences) {
  /** It says nothing more. */
  public static final Statement NONE = new Statement(false, List.of(), Map.of());

  public Statement {
    aliases = List.copyOf(aliases);
    preferences = Map.copyOf(preferences);
    if (!vouched && !aliases.isEmpty()) {
      throw new IllegalArgumentException("Only the secret key names more of a person's ids");
    }
  }
}
