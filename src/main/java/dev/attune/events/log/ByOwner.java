package dev.attune.events.log;

/** The numbers of rows owner by owner, each owner's in the order of time and place. */
final class ByOwner {
  /** Up to here insertion is the faster way to sort. */
  private static final int FEW = 12;

  private final Rows rows;
  private final int[] starts;
  private final int[] order;
  private int[] spare = new int[64];

  ByOwner(Rows rows, int owners) {
    this.rows = rows;
    this.starts = new int[owners + 1];
    this.order = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      starts[rows.owner(row) + 1]++;
    }
    for (int owner = 0; owner < owners; owner++) {
      starts[owner + 1] += starts[owner];
    }
    int[] next = starts.clone();
    for (int row = 0; row < rows.size(); row++) {
      order[next[rows.owner(row)]++] = row;
    }
    for (int owner = 0; owner < owners; owner++) {
      sort(starts[owner], starts[owner + 1]);
    }
  }

  int from(int owner) {
    return starts[owner];
  }

  int to(int owner) {
    return starts[owner + 1];
  }

  /** The number of the row at a place of the order. */
  int row(int at) {
    return order[at];
  }

  /** Merges halves; rows that are equal stay as they came, and what is in order is left alone. */
  private void sort(int from, int to) {
    if (to - from <= FEW) {
      insert(from, to);
      return;
    }
    int half = (from + to) >>> 1;
    sort(from, half);
    sort(half, to);
    if (rows.before(order[half], order[half - 1])) {
      merge(from, half, to);
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      int at = i;
      while (at > from && rows.before(row, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = row;
    }
  }

  private void merge(int from, int half, int to) {
    int left = half - from;
    spare = spare.length < left ? new int[Math.max(left, 2 * spare.length)] : spare;
    System.arraycopy(order, from, spare, 0, left);
    int a = 0;
    int b = half;
    int at = from;
    while (a < left) {
      boolean second = b < to && rows.before(order[b], spare[a]);
      order[at++] = second ? order[b++] : spare[a++];
    }
  }
}
