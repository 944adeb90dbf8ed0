package dev.attune.models.compact;

import java.util.Arrays;

/** The n highest-scored numbers so far: a binary heap with the worst kept one on top. */
public final class Best {
  /** From so many values on they are counted by ranges before they are compared. */
  private static final int MANY = 128;

  /** Of the counted ranges there are two to the power of this, at most. */
  private static final int RANGE_BITS = 8;

  private final int limit;
  private int[] keys;
  private double[] scores;
  private int size;

  public Best(int limit) {
    this.limit = Math.max(0, limit);
    this.keys = new int[Math.min(this.limit, 64)];
    this.scores = new double[keys.length];
  }

  public void offer(int key, double score) {
    if (size < limit) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, Math.min(limit, size * 2));
        scores = Arrays.copyOf(scores, keys.length);
      }
      set(size, key, score);
      up(size++);
    } else if (limit > 0 && worse(keys[0], scores[0], key, score)) {
      set(0, key, score);
      down(size);
    }
  }

  /** Whether this number would be among them now. */
  public boolean takes(int key, double score) {
    return size < limit || (limit > 0 && worse(keys[0], scores[0], key, score));
  }

  /**
   * The n-th highest of values, which it overwrites. Of many, those of its range alone are compared
   * with each other: counting takes no guesses of the processor.
   *
   * @param size of them count, the first
   * @param n from 1 to {@code size}
   */
  public static double nth(double[] values, int size, int n) {
    if (size < MANY) {
      return selected(values, size, n);
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, inOrder(values[i]));
      most = Math.max(most, inOrder(values[i]));
    }
    int wide = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - RANGE_BITS);
    int[] counts = new int[1 << RANGE_BITS];
    for (int i = 0; i < size; i++) {
      counts[(int) (inOrder(values[i]) - least >>> wide)]++;
    }
    int range = counts.length - 1;
    int left = n;
    while (counts[range] < left) {
      left -= counts[range--];
    }
    int found = 0;
    for (int i = 0; i < size; i++) {
      if (inOrder(values[i]) - least >>> wide == range) {
        values[found++] = values[i];
      }
    }
    return selected(values, found, left);
  }

  /** A number that is larger where the value is, however far apart the two are. */
  private static long inOrder(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
  }

  /** The same by Hoare's selection (CACM 1961). */
  private static double selected(double[] values, int size, int n) {
    int from = 0;
    int to = size - 1;
    while (from < to) {
      double pivot = median(values[from], values[(from + to) >>> 1], values[to]);
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] > pivot) {
          left++;
        }
        while (values[right] < pivot) {
          right--;
        }
        if (left <= right) {
          double value = values[left];
          values[left++] = values[right];
          values[right--] = value;
        }
      }
      if (n - 1 <= right) {
        to = right;
      } else if (n - 1 >= left) {
        from = left;
      } else {
        return values[n - 1];
      }
    }
    return values[n - 1];
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** The best ones, best first, the lower number first where scores tie; empties this. */
  public int[] keys() {
    int[] sorted = new int[size];
    for (int left = size; left > 0; left--) {
      sorted[left - 1] = keys[0];
      set(0, keys[left - 1], scores[left - 1]);
      down(left - 1);
    }
    size = 0;
    return sorted;
  }

  private static boolean worse(int key, double score, int otherKey, double otherScore) {
    return score != otherScore ? score < otherScore : key > otherKey;
  }

  private boolean worse(int i, int j) {
    return worse(keys[i], scores[i], keys[j], scores[j]);
  }

  private void up(int from) {
    int i = from;
    while (i > 0 && worse(i, (i - 1) / 2)) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void down(int end) {
    int i = 0;
    while (2 * i + 1 < end) {
      int child = 2 * i + 1;
      if (child + 1 < end && worse(child + 1, child)) {
        child++;
      }
      if (!worse(child, i)) {
        return;
      }
      swap(i, child);
      i = child;
    }
  }

  private void swap(int i, int j) {
    int key = keys[i];
    double score = scores[i];
    set(i, keys[j], scores[j]);
    set(j, key, score);
  }

  private void set(int i, int key, double score) {
    keys[i] = key;
    scores[i] = score;
  }
}
