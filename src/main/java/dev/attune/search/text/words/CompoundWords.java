package dev.attune.search.text.words;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds to a word the known words that it is made of: {@code laufschuhe} is also {@code lauf} and
 * {@code schuhe}, {@code sonnenbrille} also {@code sonne} and {@code brille}.
 */
final class CompoundWords extends TokenFilter {
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_LINKED = 3;

  /** What German and Dutch put between two words, the most frequent first. */
  private static final List<String> LINKS = List.of("s", "n", "en", "er", "es", "e");

  private final Set<String> known;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private String head = "";
  private String tail = "";

  /**
   * @param known words that occur by themselves, lower case
   */
  CompoundWords(TokenStream words, Set<String> known) {
    super(words);
    this.known = known;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!tail.isEmpty()) {
      String part = head.isEmpty() ? tail : head;
      tail = head.isEmpty() ? "" : tail;
      head = "";
      term.setEmpty().append(part);
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    split(term.toString());
    return true;
  }

  /** The longest known end wins; what links the parts belongs to neither. */
  private void split(String word) {
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String end = word.substring(at);
      if (known.contains(end)) {
        String start = unlinked(word.substring(0, at));
        if (!start.isEmpty()) {
          head = start;
          tail = end;
          return;
        }
      }
    }
  }

  /** The known word that a compound begins with, empty where there is none. */
  private String unlinked(String start) {
    if (known.contains(start)) {
      return start;
    }
    for (String link : LINKS) {
      int length = start.length() - link.length();
      if (start.endsWith(link) && length >= SHORTEST_LINKED) {
        String word = start.substring(0, length);
        if (known.contains(word)) {
          return word;
        }
      }
    }
    return "";
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    head = "";
    tail = "";
  }
}
