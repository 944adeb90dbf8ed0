package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.List;

/**
 * How words are written as one: {@code handyhülle} ends in what it is, {@code hülle}, and {@code
 * sonnenbrille} begins with {@code sonne}, linked by {@code n}.
 */
public final class Compounds {
  /** In letters, of the word that a compound ends in. */
  private static final int SHORTEST_END = 4;

  private static final int LONGEST_END = 20;

  /** In letters, of what stands before that word. */
  private static final int SHORTEST_START = 3;

  private static final int LONGEST = 40;

  private static final String VOWELS = "aeiouy";

  /** No word of a text has it. */
  private static final String MARK = "~";

  /** What German and Dutch put between two words. */
  private static final List<String> LINKS = List.of("", "s", "n", "en", "er", "es", "e");

  private Compounds() {}

  /** How the index names the compounds that end in a word with this stem. */
  public static String ending(String stem) {
    return MARK + stem;
  }

  /**
   * All that a word may end in, were it a compound. What stands before need not be a word that is
   * known, but one that can be spoken: {@code schlampe} is no {@code lampe}.
   *
   * @param word lower case, without accents
   */
  public static List<String> ends(String word) {
    List<String> ends = new ArrayList<>();
    if (word.length() > LONGEST || !word.chars().allMatch(Character::isLetter)) {
      return ends;
    }
    int first = Math.max(SHORTEST_START, word.length() - LONGEST_END);
    for (int at = first; at <= word.length() - SHORTEST_END; at++) {
      if (hasVowel(word.substring(0, at)) && hasVowel(word.substring(at))) {
        ends.add(word.substring(at));
      }
    }
    return ends;
  }

  /** What may be the second word of a compound that begins with this stem. */
  public static List<String> behind(String stem, String word) {
    String rest = word.substring(stem.length());
    return LINKS.stream()
        .filter(rest::startsWith)
        .map(link -> rest.substring(link.length()))
        .filter(end -> end.length() >= SHORTEST_END)
        .toList();
  }

  private static boolean hasVowel(String letters) {
    return letters.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
  }
}
