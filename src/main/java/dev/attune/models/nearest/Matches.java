package dev.attune.models.nearest;

import dev.attune.models.compact.Best;
import java.util.Arrays;

/** Visits that have products in common with one at hand: filled once, read once, by one thread. */
public final class Matches {
  private static final int FREE = -1;

  private final int[] table;
  private final int[] visits;
  private final int[] products;
  private final float[] worths;
  private final double[] likeness;
  private int size;

  /**
   * @param most visits that may be added, each as often as it comes
   */
  public Matches(int most) {
    table = new int[Integer.highestOneBit(Math.max(8, most) * 2 - 1) * 2];
    Arrays.fill(table, FREE);
    visits = new int[most];
    products = new int[most];
    worths = new float[most];
    likeness = new double[most];
  }

  /** Notes that a visit has a product in common. */
  public void add(int visit, int product, double weight, float worth) {
    int mask = table.length - 1;
    int slot = (visit * 0x9E3779B9 >>> 7) & mask;
    while (table[slot] != FREE && visits[table[slot]] != visit) {
      slot = (slot + 1) & mask;
    }
    if (table[slot] != FREE) {
      likeness[table[slot]] += weight;
    } else {
      table[slot] = size;
      visits[size] = visit;
      products[size] = product;
      worths[size] = worth;
      likeness[size++] = weight;
    }
  }

  /** The most alike in the order of their adding; where they are equally so, those added first. */
  public int[] nearest(int n) {
    double least = size > n ? Best.nth(Arrays.copyOf(likeness, size), size, n) : 0;
    int ties = size > n ? n - above(least) : size;
    int[] nearest = new int[Math.min(n, size)];
    int at = 0;
    for (int i = 0; i < size; i++) {
      if (likeness[i] > least || (likeness[i] == least && ties-- > 0)) {
        nearest[at++] = i;
      }
    }
    return nearest;
  }

  public int visit(int match) {
    return visits[match];
  }

  /** The first product that was found to be in both. */
  public int product(int match) {
    return products[match];
  }

  /** How alike they are, times the visit's worth. */
  public double weight(int match) {
    return likeness[match] * worths[match];
  }

  private int above(double least) {
    int above = 0;
    for (int i = 0; i < size; i++) {
      above += likeness[i] > least ? 1 : 0;
    }
    return above;
  }
}
