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
    for (int i = 0; i < few; i++) {
      for (int place = terms.from(to[i]); place < terms.from(to[i] + 1); place++) {
        int slot = slot(terms.column(place));
        table[slot] = terms.column(place);
        shares[slot * few + i] += terms.weight(place);
      }
    }
  }

  /**
   * Compares products. What they say is fetched in one go, because memory answers many questions at
   * a time nearly as soon as one.
   *
   * @return the cosines to each of the few, in the order of the products
   */
  public double[][] compare(int[] items) {
    int[] begun = new int[items.length + 1];
    for (int i = 0; i < items.length; i++) {
      begun[i + 1] = terms.size(items[i]);
    }
    for (int i = 0; i < items.length; i++) {
      begun[i + 1] += begun[i];
    }
    int[] said = new int[begun[items.length]];
    float[] weights = new float[said.length];
    for (int i = 0; i < items.length; i++) {
      terms.copy(items[i], said, weights, begun[i]);
    }
    double[][] cosines = new double[few][items.length];
    for (int i = 0; i < items.length; i++) {
      for (int place = begun[i]; place < begun[i + 1]; place++) {
        int slot = slot(said[place]);
        for (int one = 0; table[slot] != FREE && one < few; one++) {
          cosines[one][i] += weights[place] * shares[slot * few + one];
        }
      }
    }
    return cosines;
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
