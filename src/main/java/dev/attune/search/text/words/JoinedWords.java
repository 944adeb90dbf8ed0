package dev.attune.search.text.words;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Splits words at their {@link #JOINT}s and, where wanted, also keeps them in one piece: {@code
 * wi_fi} is {@code wi}, {@code fi} and {@code wifi}; {@code 43.2 cm} is also {@code 43.2cm}, and a
 * decimal comma is a point.
 */
final class JoinedWords extends TokenFilter {
  /** Stands for a hyphen; the tokenizer does not split there. */
  static final char JOINT = '_';

  private final boolean keepJoined;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private @Nullable State ahead;

  /**
   * @param step positions behind the word before
   * @param origin where it stands in the text
   */
  private record Piece(String text, int step, State origin) {}

  JoinedWords(TokenStream words, boolean keepJoined) {
    super(words);
    this.keepJoined = keepJoined;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!waiting.isEmpty()) {
      return emit(waiting.remove());
    }
    if (ahead != null) {
      restoreState(ahead);
      ahead = null;
    } else if (!input.incrementToken()) {
      return false;
    }
    pointDecimals();
    if (isJoined()) {
      split();
      return waiting.isEmpty() ? incrementToken() : emit(waiting.remove());
    }
    if (keepJoined && Character.isDigit(term.charAt(0))) {
      joinWithUnit();
    }
    return true;
  }

  private boolean emit(Piece piece) {
    restoreState(piece.origin());
    term.setEmpty().append(piece.text());
    step.setPositionIncrement(piece.step());
    return true;
  }

  private boolean isJoined() {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) == JOINT) {
        return true;
      }
    }
    return false;
  }

  /** Reads {@code 43,2} as {@code 43.2}: a comma in a word is one between digits. */
  private void pointDecimals() {
    char[] letters = term.buffer();
    for (int i = 1; i < term.length() - 1; i++) {
      if (letters[i] == ',') {
        letters[i] = '.';
      }
    }
  }

  private void joinWithUnit() throws IOException {
    String number = term.toString();
    State origin = captureState();
    if (input.incrementToken()) {
      ahead = captureState();
      String unit = term.toString();
      if (Units.has(unit)) {
        waiting.add(new Piece(number + unit, 0, origin));
      }
    }
    restoreState(origin);
  }

  private void split() {
    String text = term.toString();
    String whole = text.replace("_", "");
    State origin = captureState();
    int next = Math.max(1, step.getPositionIncrement());
    for (String part : text.split("_+")) {
      if (!part.isEmpty()) {
        waiting.add(new Piece(part, next, origin));
        if (waiting.size() == 1 && keepJoined && whole.length() > part.length()) {
          waiting.add(new Piece(whole, 0, origin));
        }
        next = 1;
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    ahead = null;
  }
}
