package dev.attune.search.column;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of rows of one table, one bit each. */
public final class RowSet {
  /** Of a table without rows; to be asked for its size and added to nothing. */
  static final RowSet NONE = new RowSet(new long[0]);

  private final long[] words;

  private RowSet(long[] words) {
    this.words = words;
  }

  /** An empty set for a table of so many rows. */
  public static RowSet none(int rows) {
    return new RowSet(new long[(rows + 63) >> 6]);
  }

  /** All of so many. */
  public static RowSet all(int rows) {
    RowSet all = none(rows);
    Arrays.fill(all.words, -1);
    all.remove(rows, all.words.length << 6);
    return all;
  }

  public RowSet copy() {
    return new RowSet(words.clone());
  }

  public void add(int row) {
    words[row >> 6] |= 1L << row;
  }

  public void set(int row, boolean in) {
    if (in) {
      add(row);
    } else {
      words[row >> 6] &= ~(1L << row);
    }
  }

  public boolean has(int row) {
    return (words[row >> 6] & 1L << row) != 0;
  }

  /** Whether it has one from here to below there. */
  public boolean hasAny(int from, int to) {
    for (int at = from; at < to; at = (at | 63) + 1) {
      if ((words[at >> 6] & span(at, to)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is one in both from here to below there. */
  public boolean hasAnyWith(RowSet other, int from, int to) {
    for (int at = from; at < to; at = (at | 63) + 1) {
      if ((words[at >> 6] & other.words[at >> 6] & span(at, to)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Those from here to below there as bits, of which 32 are there at most. */
  public int bits(int from, int to) {
    if (from == to) {
      return 0;
    }
    long low = words[from >> 6] >>> from;
    long high = (from & 63) == 0 ? 0 : words[(to - 1) >> 6] << -from;
    long bits = from >> 6 == (to - 1) >> 6 ? low : low | high;
    return (int) (bits & (1L << to - from) - 1);
  }

  void remove(int from, int to) {
    for (int at = from; at < to; at = (at | 63) + 1) {
      words[at >> 6] &= ~span(at, to);
    }
  }

  /** The bits from here to below there, as far as they are in one word. */
  private static long span(int from, int to) {
    long below = to >= (from | 63) + 1 ? -1 : (1L << to) - 1;
    return below & -1L << from;
  }

  /** How many of these rows it has, added up without a guess of the processor for each. */
  int sizeAmong(int[] rows, int from, int to) {
    long size = 0;
    for (int i = from; i < to; i++) {
      size += words[rows[i] >> 6] >>> rows[i] & 1;
    }
    return (int) size;
  }

  public void addAll(RowSet other) {
    for (int i = 0; i < other.words.length; i++) {
      words[i] |= other.words[i];
    }
  }

  public void keepOnly(RowSet other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= other.words[i];
    }
  }

  public void removeAll(RowSet other) {
    for (int i = 0; i < words.length; i++) {
      words[i] &= ~other.words[i];
    }
  }

  public int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** How many rows are in both. */
  public int sizeWith(RowSet other) {
    int size = 0;
    for (int i = 0; i < other.words.length; i++) {
      size += Long.bitCount(words[i] & other.words[i]);
    }
    return size;
  }

  /** Every row of the set, in ascending order. */
  public void each(IntConsumer to) {
    for (int i = 0; i < words.length; i++) {
      for (long left = words[i]; left != 0; left &= left - 1) {
        to.accept((i << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** Takes a row and how many of its set come before it. */
  @FunctionalInterface
  public interface Placed {
    void accept(int row, int place);
  }

  /** Every row that is in both, in ascending order, and its place in this set. */
  public void eachWith(RowSet other, Placed to) {
    int before = 0;
    for (int i = 0; i < words.length; i++) {
      long word = words[i];
      for (long left = word & other.words[i]; left != 0; left &= left - 1) {
        long lower = (left & -left) - 1;
        to.accept((i << 6) + Long.bitCount(lower), before + Long.bitCount(word & lower));
      }
      before += Long.bitCount(word);
    }
  }

  int[] rows() {
    int[] rows = new int[size()];
    int[] at = new int[1];
    each(row -> rows[at[0]++] = row);
    return rows;
  }

  /** At most so many rows of the set, spread over all of it. */
  public void sample(int most, IntConsumer to) {
    int stride = Math.max(1, (words.length + most - 1) / most);
    for (int i = 0; i < words.length; i += stride) {
      if (words[i] != 0) {
        to.accept((i << 6) + Long.numberOfTrailingZeros(words[i]));
      }
    }
  }
}
