package dev.attune.search.text.document;

import org.apache.lucene.util.BytesRef;

/** A word as the index has it, and where the product that is being written says it. */
final class Word {
  /** Bits of a part's count; so many times are as good as more. */
  private static final int BITS = 12;

  private static final long MOST = (1 << BITS) - 1;

  private final BytesRef bytes;
  private long document;

  /** How often each part says it, side by side, so that it is one read from memory. */
  private long times;

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
    times = 0;
    return true;
  }

  void saidIn(TextPart part) {
    if (timesIn(part) < MOST) {
      times += 1L << BITS * part.ordinal();
    }
  }

  int timesIn(TextPart part) {
    return (int) (times >>> BITS * part.ordinal() & MOST);
  }
}
