package dev.attune.search.text.words;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds to a word the known words that it is made of: {@code laufschuhe} is also {@code lauf} and
 * {@code schuhe}.
 */
final class CompoundWords extends TokenFilter {
  private static final int SHORTEST_PART = 4;

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

  /** The longest known end wins; an {@code s} between the parts belongs to neither. */
  private void split(String word) {
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String end = word.substring(at);
      String start = word.substring(0, at);
      String linked = start.endsWith("s") ? start.substring(0, at - 1) : start;
      if (known.contains(end) && (known.contains(start) || known.contains(linked))) {
        head = known.contains(start) ? start : linked;
        tail = end;
        return;
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    head = "";
    tail = "";
  }
}
