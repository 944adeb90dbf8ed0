package dev.attune.search.text.vocabulary;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * A word as the index has it, where the product that is being written says it, and its number in
 * the batch that is being written. For one thread.
 */
public final class Word {
  /** Bits of a part's count; so many times are as good as more. */
  private static final int BITS = 12;

  private static final long MOST = (1 << BITS) - 1;

  private final BytesRef bytes;

  /** Its first eight bytes as a number, which nearly always decides what comes first. */
  private final long beginning;

  private long document;

  /** How often each part says it, side by side, so that it is one read from memory. */
  private long times;

  private int batch;
  private int number;

  public Word(String text) {
    bytes = new BytesRef(text);
    byte[] first = new byte[Long.BYTES];
    System.arraycopy(bytes.bytes, bytes.offset, first, 0, Math.min(first.length, bytes.length));
    beginning = ByteBuffer.wrap(first).getLong();
  }

  /** What comes first in the order of the index has a lower one; others may have the same. */
  public long beginning() {
    return beginning ^ Long.MIN_VALUE;
  }

  public BytesRef bytes() {
    return bytes;
  }

  /** Whether it is this document's first time; if so, it is forgotten what others said. */
  public boolean startsIn(long number) {
    if (document == number) {
      return false;
    }
    document = number;
    times = 0;
    return true;
  }

  public void saidIn(TextPart part) {
    if (timesIn(part) < MOST) {
      times += 1L << BITS * part.ordinal();
    }
  }

  public int timesIn(TextPart part) {
    return (int) (times >>> BITS * part.ordinal() & MOST);
  }

  /**
   * Its number in a batch.
   *
   * @param batch above 0; another one than any before when the numbers start anew
   * @param next the number it gets, should it have none yet
   */
  public int numberIn(int batch, int next) {
    if (this.batch != batch) {
      this.batch = batch;
      number = next;
    }
    return number;
  }

  @Override
  public String toString() {
    return bytes.utf8ToString();
  }
}
