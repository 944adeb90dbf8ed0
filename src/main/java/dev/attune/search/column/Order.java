package dev.attune.search.column;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * All rows by a key, the highest first, so that the top of a long list is found without reading it.
 */
public final class Order {
  private final int[] rows;
  private final IntToDoubleFunction key;
  private final IntUnaryOperator ties;

  private Order(int[] rows, IntToDoubleFunction key, IntUnaryOperator ties) {
    this.rows = rows;
    this.key = key;
    this.ties = ties;
  }

  /**
   * @param ties of rows with one key the one for which this is lower comes first; another number
   *     for every row, from 0 to below {@code size}
   */
  static Order of(int size, IntToDoubleFunction key, IntUnaryOperator ties) {
    int[] byTie = new int[size];
    for (int row = 0; row < size; row++) {
      byTie[ties.applyAsInt(row)] = row;
    }
    long[] sorted = new long[size];
    for (int tie = 0; tie < size; tie++) {
      int bits = Float.floatToIntBits((float) key.applyAsDouble(byTie[tie]));
      int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      sorted[tie] = ((long) ~ascending << Integer.SIZE) | tie;
    }
    Arrays.parallelSort(sorted);
    int[] rows = new int[size];
    for (int place = 0; place < size; place++) {
      rows[place] = byTie[(int) sorted[place]];
    }
    Order order = new Order(rows, key, ties);
    order.refine(sorted);
    return order;
  }

  /** Sorts those by their exact keys that are the same as a {@code float}. */
  private void refine(long[] sorted) {
    int from = 0;
    for (int to = 1; to <= rows.length; to++) {
      if (to == rows.length || sorted[to] >> Integer.SIZE != sorted[from] >> Integer.SIZE) {
        for (int place = from + 1; place < to; place++) {
          if (compare(rows[place - 1], rows[place]) > 0) {
            System.arraycopy(sorted(Arrays.copyOfRange(rows, from, to)), 0, rows, from, to - from);
            break;
          }
        }
        from = to;
      }
    }
  }

  private int[] sorted(int[] some) {
    return IntStream.of(some).boxed().sorted(this::compare).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int row, int other) {
    int byKey = Double.compare(key.applyAsDouble(other), key.applyAsDouble(row));
    return byKey != 0 ? byKey : Integer.compare(ties.applyAsInt(row), ties.applyAsInt(other));
  }

  /** The order by other keys, which are the same but for these rows. */
  Order with(IntToDoubleFunction otherKey, int[] changed) {
    RowSet moved = RowSet.none(rows.length);
    for (int row : changed) {
      moved.add(row);
    }
    int[] staying = new int[rows.length];
    int left = 0;
    for (int row : rows) {
      if (!moved.has(row)) {
        staying[left++] = row;
      }
    }
    Order next = new Order(new int[rows.length], otherKey, ties);
    int from = 0;
    int to = 0;
    for (int row : next.sorted(moved.rows())) {
      int until = next.placeAmong(staying, left, row);
      System.arraycopy(staying, from, next.rows, to, until - from);
      to += until - from;
      next.rows[to++] = row;
      from = until;
    }
    System.arraycopy(staying, from, next.rows, to, left - from);
    return next;
  }

  private int placeAmong(int[] staying, int size, int row) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(staying[middle], row) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first of a set, found by walking along. */
  public TopRows first(RowSet among, int most) {
    TopRows top = new TopRows(most, ties);
    for (int place = 0; place < rows.length && !top.full(); place++) {
      if (among.has(rows[place])) {
        top.append(rows[place], key.applyAsDouble(rows[place]));
      }
    }
    return top;
  }

  /** The first of a set, found by looking at all of it. */
  public TopRows firstOfAll(RowSet among, int most) {
    TopRows top = new TopRows(most, ties);
    among.each(row -> top.offer(row, key.applyAsDouble(row)));
    top.sort();
    return top;
  }
}
