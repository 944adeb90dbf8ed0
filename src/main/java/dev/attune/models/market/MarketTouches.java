package dev.attune.models.market;

import java.util.Arrays;

/**
 * Sums of each market and product that met, in open addressing: one lookup for each touch of a log.
 */
public final class MarketTouches {
  /** Sums that are kept of each market and product. */
  public static final int COLUMNS = 3;

  private static final long NOBODY = -1;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private long[] keys = empty(64);
  private long[] sums = new long[64 * COLUMNS];
  private int size;

  /** Receives one market and product with its sums. */
  @FunctionalInterface
  public interface Cell {
    void is(int market, int item, long[] sums);
  }

  private static long[] empty(int places) {
    long[] keys = new long[places];
    Arrays.fill(keys, NOBODY);
    return keys;
  }

  public void add(int market, int item, long one, long two, long three) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int place = place((long) market << Integer.SIZE | item);
    sums[place * COLUMNS] += one;
    sums[place * COLUMNS + 1] += two;
    sums[place * COLUMNS + 2] += three;
  }

  /** By market and product, both ascending. */
  public void each(Cell to) {
    long[] sorted = Arrays.stream(keys).filter(key -> key != NOBODY).sorted().toArray();
    for (long key : sorted) {
      int from = place(key) * COLUMNS;
      to.is(
          (int) (key >>> Integer.SIZE), (int) key, Arrays.copyOfRange(sums, from, from + COLUMNS));
    }
  }

  private int place(long key) {
    int place = (int) (key * MIX >>> 33) & (keys.length - 1);
    while (keys[place] != key) {
      if (keys[place] == NOBODY) {
        keys[place] = key;
        size++;
        return place;
      }
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] known = keys;
    long[] had = sums;
    keys = empty(known.length * 2);
    sums = new long[keys.length * COLUMNS];
    size = 0;
    for (int i = 0; i < known.length; i++) {
      if (known[i] != NOBODY) {
        System.arraycopy(had, i * COLUMNS, sums, place(known[i]) * COLUMNS, COLUMNS);
      }
    }
  }
}
