package dev.attune.search.text;

import dev.attune.search.text.words.Synonymy;
import java.util.List;

/**
 * What is looked for in texts.
 *
 * @param text as typed
 * @param relaxed whether a part of the words is enough
 * @param named names that raise a match's score, each as {@link TextIndex#named}
 * @param required of these names every match has one; empty for no such wish
 * @param synonyms other words that are looked for, too
 */
public record Wanted(
    String text, boolean relaxed, List<String> named, List<String> required, Synonymy synonyms) {
  public Wanted {
    named = List.copyOf(named);
    required = List.copyOf(required);
  }
}
