package dev.attune.search.listing;

import dev.attune.search.column.FieldTable;
import dev.attune.search.column.FieldValue;
import dev.attune.search.column.PriceLadder;
import java.util.List;
import java.util.Set;

/**
 * A filter made ready.
 *
 * @param chosen keys of the values asked for
 * @param bound whether it belongs to the list and holds whatever else is chosen in its field
 */
record Check(
    String field,
    Filter filter,
    Set<String> chosen,
    List<PriceLadder.Range> ranges,
    boolean bound) {
  /** Whether it does not matter to what else could be chosen in this field. */
  boolean leftOutOf(String counted) {
    return !bound && field.equals(counted);
  }

  /** Of a field other than price and stock. */
  boolean admits(FieldValue value) {
    boolean bounded = filter.min() != null || filter.max() != null;
    return (chosen.isEmpty() || chosen.contains(value.key()))
        && (!bounded || filter.admits(value.number()));
  }

  /**
   * @param price in major units, NaN for none
   */
  boolean admitsPrice(double price) {
    boolean bounded = filter.min() != null || filter.max() != null;
    if (Double.isNaN(price) || (bounded && !filter.admits(price))) {
      return false;
    }
    for (PriceLadder.Range range : ranges) {
      if (range.from() <= price && price < range.below()) {
        return true;
      }
    }
    return ranges.isEmpty();
  }

  /** Whether only what can be bought passes. */
  boolean wantsAvailable() {
    return field.equals(FieldTable.AVAILABLE)
        && chosen.contains("true")
        && !chosen.contains("false");
  }
}
