package dev.attune.search.column;

import java.util.function.IntUnaryOperator;

/** The rows with the highest keys among those offered, as a heap of which the worst is on top. */
public final class TopRows {
  private final double[] keys;
  private final int[] rows;
  private final IntUnaryOperator ties;
  private int size;

  /**
   * @param most how many are kept
   * @param ties of rows with one key the one for which this is lower comes first
   */
  public TopRows(int most, IntUnaryOperator ties) {
    keys = new double[most];
    rows = new int[most];
    this.ties = ties;
  }

  public boolean full() {
    return size == keys.length;
  }

  /** The lowest key that is kept. */
  public double lowest() {
    return keys[0];
  }

  public void offer(int row, double key) {
    if (size < keys.length) {
      size++;
      up(size - 1, row, key);
    } else if (size > 0 && before(key, row, keys[0], rows[0])) {
      down(0, row, key, size);
    }
  }

  /** Keeps a row that comes behind all others; to be used without {@link #offer} and sorting. */
  void append(int row, double key) {
    rows[size] = row;
    keys[size++] = key;
  }

  public int size() {
    return size;
  }

  /** Puts the best first; afterwards nothing can be offered. */
  public void sort() {
    for (int end = size - 1; end > 0; end--) {
      int row = rows[end];
      double key = keys[end];
      rows[end] = rows[0];
      keys[end] = keys[0];
      down(0, row, key, end);
    }
  }

  public int row(int place) {
    return rows[place];
  }

  public double key(int place) {
    return keys[place];
  }

  private boolean before(double key, int row, double otherKey, int otherRow) {
    return key > otherKey || (key == otherKey && ties.applyAsInt(row) < ties.applyAsInt(otherRow));
  }

  private void up(int from, int row, double key) {
    int at = from;
    while (at > 0 && before(keys[(at - 1) >> 1], rows[(at - 1) >> 1], key, row)) {
      int parent = (at - 1) >> 1;
      keys[at] = keys[parent];
      rows[at] = rows[parent];
      at = parent;
    }
    keys[at] = key;
    rows[at] = row;
  }

  private void down(int from, int row, double key, int end) {
    int at = from;
    while (2 * at + 1 < end) {
      int worst = 2 * at + 1;
      if (worst + 1 < end && before(keys[worst], rows[worst], keys[worst + 1], rows[worst + 1])) {
        worst++;
      }
      if (!before(key, row, keys[worst], rows[worst])) {
        break;
      }
      keys[at] = keys[worst];
      rows[at] = rows[worst];
      at = worst;
    }
    keys[at] = key;
    rows[at] = row;
  }
}
