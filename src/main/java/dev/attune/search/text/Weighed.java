package dev.attune.search.text;

import dev.attune.search.column.RowSet;

/**
 * The rows that have a word, and what it weighs in each.
 *
 * @param weights in the rows' order, as unsigned numbers
 */
record Weighed(RowSet rows, byte[] weights) {
  /** More than any weight that there is. */
  static final int MOST = 255;

  /** Adds the weights to the sums of those rows that are in the other set as well. */
  void addTo(float[] sums, RowSet having, float step) {
    rows.eachWith(having, (row, place) -> sums[row] += step * (weights[place] & MOST));
  }
}
