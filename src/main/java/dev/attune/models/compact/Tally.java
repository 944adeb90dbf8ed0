package dev.attune.models.compact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Sums by non-negative number: a small open-addressing hash table without boxing. */
public final class Tally {
  /** Makes something of a number and its sum. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(int key, double sum);
  }

  private static final int FREE = -1;
  private static final int WIDE = 64;

  private int[] keys;
  private double[] sums;
  private int size;

  public Tally(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    keys = new int[capacity];
    sums = new double[capacity];
    Arrays.fill(keys, FREE);
  }

  public int size() {
    return size;
  }

  public void clear() {
    Arrays.fill(keys, FREE);
    size = 0;
  }

  /**
   * An empty one: this, unless it has become so wide that clearing it takes longer than filling.
   */
  public Tally emptied() {
    if (keys.length / WIDE > size + WIDE) {
      return new Tally(size);
    }
    clear();
    return this;
  }

  public void add(int key, double amount) {
    int slot = slot(keys, key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      sums[slot] = amount;
      if (++size * 2 > keys.length) {
        grow();
      }
    } else {
      sums[slot] += amount;
    }
  }

  /** Adds to every sum what belongs to its number. */
  public void addToEach(IntToDoubleFunction amount) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        sums[slot] += amount.applyAsDouble(keys[slot]);
      }
    }
  }

  /** Sets the sum unless there is one already. */
  public void putIfAbsent(int key, double amount) {
    if (keys[slot(keys, key)] == FREE) {
      add(key, amount);
    }
  }

  /** The sum, 0 for a number never added. */
  public double get(int key) {
    int slot = slot(keys, key);
    return keys[slot] == FREE ? 0 : sums[slot];
  }

  /** Every number with its sum, in no particular order. */
  public void each(SparseRows.Entry to) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        to.is(keys[slot], sums[slot]);
      }
    }
  }

  /** The numbers with the highest sums, highest first, the lower number first where they tie. */
  public int[] best(int n, IntPredicate kept) {
    Best best = new Best(n);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE && kept.test(keys[slot])) {
        best.offer(keys[slot], sums[slot]);
      }
    }
    return best.keys();
  }

  /** As {@link #best(int, IntPredicate)}, each made into something. */
  public <T> List<T> best(int n, IntPredicate kept, Reading<T> reading) {
    int[] best = best(n, kept);
    List<T> all = new ArrayList<>(best.length);
    for (int key : best) {
      all.add(reading.of(key, get(key)));
    }
    return List.copyOf(all);
  }

  private static int slot(int[] keys, int key) {
    int mask = keys.length - 1;
    int slot = (key * 0x9E3779B9 >>> 7) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] wider = new int[keys.length * 2];
    double[] moved = new double[wider.length];
    Arrays.fill(wider, FREE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        int slot = slot(wider, keys[i]);
        wider[slot] = keys[i];
        moved[slot] = sums[i];
      }
    }
    keys = wider;
    sums = moved;
  }
}
