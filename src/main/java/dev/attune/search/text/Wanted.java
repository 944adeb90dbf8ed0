package dev.attune.search.text;

import dev.attune.search.text.words.Synonymy;
import java.util.List;

/**
 * What is looked for in texts.
 *
 * @param text as typed
 * @param relaxed whether a part of the words is enough; what has all of them comes first
 * @param named names that raise a match's score, each as {@link TextIndex#named}
 * @param required of these names what has but a part of the words has one; empty for no such wish
 * @param synonyms other words that are looked for, too
 */
public record Wanted(
    String text, boolean relaxed, List<String> named, List<String> required, Synonymy synonyms) {
  public Wanted {
    named = List.copyOf(named);
    required = List.copyOf(required);
  }

  /** The same with a part of the words. */
  public Wanted relaxedTo(List<String> requiredNames) {
    return new Wanted(text, true, named, requiredNames, synonyms);
  }
}
