package dev.attune.search.text.document;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/** A word as the index has it, and where the product that is being written says it. */
final class Word {
  private static final TextPart[] PARTS = TextPart.values();

  private final BytesRef bytes;
  private final int[] times = new int[PARTS.length];
  private long document;

  Word(String text) {
    bytes = new BytesRef(text);
  }

  BytesRef bytes() {
    return bytes;
  }

  /** Whether it is this document's first time; if so, it is forgotten what others said. */
  boolean startsIn(long number) {
    if (document == number) {
      return false;
    }
    document = number;
    Arrays.fill(times, 0);
    return true;
  }

  void saidIn(TextPart part) {
    times[part.ordinal()]++;
  }

  int timesIn(TextPart part) {
    return times[part.ordinal()];
  }
}
