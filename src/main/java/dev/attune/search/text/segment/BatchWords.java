package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a batch by their numbers, all in a few arrays: most words are said by one product
 * alone, and an object for each would be all that is left of it in memory for long.
 */
final class BatchWords {
  /** Bits of a word's number. */
  private static final int NUMBER_BITS = 24;

  private static final int MOST = 1 << NUMBER_BITS - 1;
  private static final int MOST_BYTES = 1 << 28;

  /** The first bytes of each as a number, {@link Word#beginning}. */
  private long[] beginnings = new long[1 << 12];

  /** Where the bytes of each begin; those of the word before end there. */
  private int[] starts = new int[1 + (1 << 12)];

  private byte[] bytes = new byte[1 << 16];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= MOST || starts[size] >= MOST_BYTES;
  }

  void clear() {
    size = 0;
  }

  /** Adds one, which gets the next number. */
  void add(Word word) {
    BytesRef its = word.bytes();
    int end = starts[size] + its.length;
    if (size == beginnings.length) {
      beginnings = Arrays.copyOf(beginnings, size * 2);
      starts = Arrays.copyOf(starts, 1 + size * 2);
    }
    bytes = ArrayUtil.grow(bytes, end);
    System.arraycopy(its.bytes, its.offset, bytes, starts[size], its.length);
    beginnings[size] = word.beginning();
    starts[++size] = end;
  }

  /** Points at a word. */
  BytesRef read(int number, BytesRef to) {
    to.bytes = bytes;
    to.offset = starts[number];
    to.length = starts[number + 1] - starts[number];
    return to;
  }

  boolean same(int one, int other) {
    return beginnings[one] == beginnings[other] && compare(one, other) == 0;
  }

  private int compare(int one, int other) {
    return Arrays.compareUnsigned(
        bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
  }

  /** All numbers in the order of the index: by the first bytes, and where these are the same. */
  int[] ordered() {
    long[] keys = new long[size];
    Arrays.setAll(keys, i -> beginnings[i] >> NUMBER_BITS << NUMBER_BITS | i);
    Arrays.sort(keys);
    int[] ordered = new int[size];
    Arrays.setAll(ordered, i -> (int) keys[i] & (1 << NUMBER_BITS) - 1);
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || keys[i] >> NUMBER_BITS != keys[from] >> NUMBER_BITS) {
        sort(ordered, from, i);
        from = i;
      }
    }
    return ordered;
  }

  /** Puts those in order that begin alike. */
  private void sort(int[] numbers, int from, int to) {
    if (to - from > 1) {
      Integer[] alike = new Integer[to - from];
      Arrays.setAll(alike, i -> numbers[from + i]);
      Arrays.sort(alike, this::compare);
      Arrays.setAll(alike, i -> numbers[from + i] = alike[i]);
    }
  }
}
