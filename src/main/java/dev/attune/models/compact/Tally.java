package dev.attune.models.compact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Sums by non-negative number: a small open-addressing hash table without boxing, of places in
 * arrays that hold the numbers and their sums one after the other, so that walking over them takes
 * no guesses of the processor.
 */
public final class Tally {
  /** Makes something of a number and its sum. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(int key, double sum);
  }

  private static final int WIDE = 64;

  private static final int[] NOT_FILED = {};

  /**
   * Where numbers stand, and one; 0 for a free slot. At most half are taken. Those that were picked
   * out of another are filed when one is looked up: most are only walked over.
   */
  private int[] slots;

  private int[] keys;
  private double[] sums;
  private int size;

  public Tally(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1);
    slots = new int[capacity * 2];
    keys = new int[capacity];
    sums = new double[capacity];
  }

  private Tally(int[] keys, double[] sums) {
    this.slots = NOT_FILED;
    this.keys = keys;
    this.sums = sums;
    this.size = keys.length;
  }

  public int size() {
    return size;
  }

  public void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  /**
   * An empty one: this, unless it has become so wide that clearing it takes longer than filling.
   */
  public Tally emptied() {
    if (slots.length / WIDE > size + WIDE) {
      return new Tally(size);
    }
    clear();
    return this;
  }

  public void add(int key, double amount) {
    int slot = slot(key);
    int place = slots[slot] - 1;
    if (place >= 0) {
      sums[place] += amount;
      return;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    sums[size] = amount;
    slots[slot] = ++size;
  }

  /** Adds to every sum what belongs to its number. */
  public void addToEach(IntToDoubleFunction amount) {
    for (int i = 0; i < size; i++) {
      sums[i] += amount.applyAsDouble(keys[i]);
    }
  }

  /**
   * Adds to every sum an amount.
   *
   * @param amounts in the order of {@link #keys()}
   */
  public void addToEach(double[] amounts) {
    for (int i = 0; i < size; i++) {
      sums[i] += amounts[i];
    }
  }

  /** Sets the sum unless there is one already. */
  public void putIfAbsent(int key, double amount) {
    if (!has(key)) {
      add(key, amount);
    }
  }

  /** Whether the number was added. */
  public boolean has(int key) {
    return size > 0 && place(key) >= 0;
  }

  /** The sum, 0 for a number never added. */
  public double get(int key) {
    int place = place(key);
    return place < 0 ? 0 : sums[place];
  }

  /** Every number, in no particular order. */
  public int[] keys() {
    return Arrays.copyOf(keys, size);
  }

  /** Every number with its sum, in no particular order. */
  public void each(SparseRows.Entry to) {
    for (int i = 0; i < size; i++) {
      to.is(keys[i], sums[i]);
    }
  }

  /** The numbers with the highest sums, highest first, the lower number first where they tie. */
  public int[] best(int n, IntPredicate kept) {
    Best best = new Best(n);
    for (int i = 0; i < size; i++) {
      if (best.takes(keys[i], sums[i]) && kept.test(keys[i])) {
        best.offer(keys[i], sums[i]);
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
    if (n <= 0) {
      return new Tally(0);
    }
    int[] most = new int[n];
    double[] theirs = new double[n];
    int found = 0;
    double least = Best.nth(Arrays.copyOf(sums, size), size, n);
    Best ties = new Best(n);
    for (int i = 0; i < size; i++) {
      if (sums[i] > least) {
        most[found] = keys[i];
        theirs[found++] = sums[i];
      } else if (sums[i] == least) {
        ties.offer(keys[i], least);
      }
    }
    int[] tied = ties.keys();
    System.arraycopy(tied, 0, most, found, n - found);
    Arrays.fill(theirs, found, n, least);
    return new Tally(most, theirs);
  }

  /** All sums together. */
  public double sum() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += sums[i];
    }
    return sum;
  }

  /** Forgets a number; the last one takes its place. */
  public void remove(int key) {
    int gap = slot(key);
    int place = slots[gap] - 1;
    if (place < 0) {
      return;
    }
    slots[gap] = 0;
    int mask = slots.length - 1;
    for (int slot = (gap + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int moved = slots[slot];
      slots[slot] = 0;
      slots[slot(keys[moved - 1])] = moved;
    }
    size--;
    if (place < size) {
      slots[slot(keys[size])] = place + 1;
      keys[place] = keys[size];
      sums[place] = sums[size];
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

  /** Where a number stands, below 0 where it was never added. */
  private int place(int key) {
    int slot = slot(key);
    return slots[slot] - 1;
  }

  private int slot(int key) {
    if (slots == NOT_FILED) {
      file(keys.length);
    }
    int mask = slots.length - 1;
    int slot = (key * 0x9E3779B9 >>> 7) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    sums = Arrays.copyOf(sums, size * 2);
    file(keys.length);
  }

  /** Files all numbers in as many slots as keep half of them free. */
  private void file(int capacity) {
    slots = new int[Integer.highestOneBit(Math.max(1, capacity) * 2 - 1) * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i + 1;
    }
  }
}
