package dev.attune.search.listing;

import dev.attune.search.column.RowSet;

/**
 * The rows of a list, some of which come before the others whatever it is sorted by.
 *
 * @param rows all of them; not to be changed
 * @param first those that come first, all of them where none is before another
 */
public record Matched(RowSet rows, RowSet first) {
  /** Rows of which none comes before another by itself. */
  public static Matched alike(RowSet rows) {
    return new Matched(rows, rows);
  }

  @SuppressWarnings("ReferenceEquality") // that they are one is what makes them alike
  boolean isAlike() {
    return rows == first;
  }
}
