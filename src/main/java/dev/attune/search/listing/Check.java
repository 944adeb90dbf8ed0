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

  /**
   * A bit for each step of the ladder.
   *
   * @param passing all prices on it pass
   * @param possible some price on it may
   */
  record Steps(int passing, int possible) {}

  Steps steps() {
    double min = filter.min() == null ? 0 : filter.min().doubleValue();
    double max = filter.max() == null ? Double.POSITIVE_INFINITY : filter.max().doubleValue();
    List<PriceLadder.Range> wanted = ranges.isEmpty() ? List.of(PriceLadder.Range.ALL) : ranges;
    int passing = 0;
    int possible = 0;
    for (int step = 0; step < PriceLadder.steps(); step++) {
      PriceLadder.Range on = PriceLadder.range(step);
      for (PriceLadder.Range range : wanted) {
        double from = Math.max(min, range.from());
        if (from <= on.from() && on.below() <= Math.min(max, range.below())) {
          passing |= 1 << step;
        }
        if (from < on.below() && on.from() < range.below() && on.from() <= max) {
          possible |= 1 << step;
        }
      }
    }
    return new Steps(passing, possible);
  }

  /** Whether only what can be bought passes. */
  boolean wantsAvailable() {
    return field.equals(FieldTable.AVAILABLE)
        && chosen.contains("true")
        && !chosen.contains("false");
  }
}
