package dev.attune.merchandising;

import java.util.List;

/**
 * Words that search takes for each other.
 *
 * @param phrases what is searched for; at least two where {@code standFor} is empty
 * @param standFor what the phrases also find, not the other way round; empty where the phrases all
 *     find each other
 * @param version counts its writes, for optimistic locking
 */
public record Synonyms(String id, List<String> phrases, List<String> standFor, int version) {
  /** More phrases are a list of products, not synonyms. */
  public static final int MOST_PHRASES = 50;

  public Synonyms {
    phrases = List.copyOf(phrases);
    standFor = List.copyOf(standFor);
    if (id.isBlank() || phrases.size() + standFor.size() < 2 || phrases.isEmpty()) {
      throw new IllegalArgumentException("Synonyms need an id and two phrases");
    }
    if (phrases.size() + standFor.size() > MOST_PHRASES) {
      throw new IllegalArgumentException("Synonyms have at most " + MOST_PHRASES + " phrases");
    }
  }

  /** Whether the phrases all find each other. */
  public boolean bothWays() {
    return standFor.isEmpty();
  }
}
