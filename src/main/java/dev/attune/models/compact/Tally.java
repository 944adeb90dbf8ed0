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

  /** Whether the number was added. */
  public boolean has(int key) {
    return size > 0 && keys[slot(keys, key)] != FREE;
  }

  /** The sum, 0 for a number never added. */
  public double get(int key) {
    int slot = slot(keys, key);
    return keys[slot] == FREE ? 0 : sums[slot];
  }

  /** Every number, in no particular order. */
  public int[] keys() {
    int[] all = new int[size];
    int at = 0;
    for (int key : keys) {
      if (key != FREE) {
        all[at++] = key;
      }
    }
    return all;
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
      int key = keys[slot];
      if (key != FREE && best.takes(key, sums[slot]) && kept.test(key)) {
        best.offer(key, sums[slot]);
      }
    }
    return best.keys();
  }

  /**
   * Those with the highest sums alone, the lower numbers where they tie: far sooner found than in
   * their order.
   */
  public Tally most(int n) {
    if (size <= n) {
      return this;
    }
    Tally most = new Tally(n);
    double least = Best.nth(dense(), size, n);
    Best ties = new Best(n);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE && sums[slot] > least) {
        most.add(keys[slot], sums[slot]);
      } else if (keys[slot] != FREE && sums[slot] == least) {
        ties.offer(keys[slot], least);
      }
    }
    for (int key : ties.keys()) {
      if (most.size < n) {
        most.add(key, least);
      }
    }
    return most;
  }

  private double[] dense() {
    double[] dense = new double[size];
    int at = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        dense[at++] = sums[slot];
      }
    }
    return dense;
  }

  /** All sums together. */
  public double sum() {
    double sum = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      sum += keys[slot] == FREE ? 0 : sums[slot];
    }
    return sum;
  }

  /** Forgets a number. */
  public void remove(int key) {
    int gap = slot(keys, key);
    if (keys[gap] == FREE) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    keys[gap] = FREE;
    for (int slot = (gap + 1) & mask; keys[slot] != FREE; slot = (slot + 1) & mask) {
      int moved = keys[slot];
      double sum = sums[slot];
      keys[slot] = FREE;
      int to = slot(keys, moved);
      keys[to] = moved;
      sums[to] = sum;
    }
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
