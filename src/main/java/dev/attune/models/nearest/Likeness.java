package dev.attune.models.nearest;

import dev.attune.models.compact.SparseRows;
import java.util.Arrays;

/** How alike products are to some few by their terms: cosines, found for all of these at once. */
public final class Likeness {
  private static final int FREE = -1;

  private final SparseRows terms;
  private final int few;
  private final int[] table;
  private final float[] shares;
  private final double[] cosines;

  /**
   * @param terms of each product with their shares, whose squares add up to 1
   * @param to the few that others are compared with
   */
  public Likeness(SparseRows terms, int[] to) {
    this.terms = terms;
    this.few = to.length;
    int size = 8;
    for (int item : to) {
      size += terms.size(item);
    }
    table = new int[Integer.highestOneBit(size) * 4];
    Arrays.fill(table, FREE);
    shares = new float[table.length * few];
    cosines = new double[few];
    for (int i = 0; i < few; i++) {
      for (int place = terms.from(to[i]); place < terms.from(to[i] + 1); place++) {
        int slot = slot(terms.column(place));
        table[slot] = terms.column(place);
        shares[slot * few + i] += terms.weight(place);
      }
    }
  }

  /** Compares a product. */
  public void compare(int item) {
    Arrays.fill(cosines, 0);
    int end = terms.from(item + 1);
    for (int place = terms.from(item); place < end; place++) {
      int slot = slot(terms.column(place));
      if (table[slot] != FREE) {
        for (int i = 0; i < few; i++) {
          cosines[i] += terms.weight(place) * shares[slot * few + i];
        }
      }
    }
  }

  /** The cosine of the product compared last to one of the few. */
  public double to(int i) {
    return cosines[i];
  }

  private int slot(int term) {
    int mask = table.length - 1;
    int slot = (term * 0x9E3779B9 >>> 7) & mask;
    while (table[slot] != FREE && table[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
