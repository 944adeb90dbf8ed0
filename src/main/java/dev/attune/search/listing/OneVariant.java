package dev.attune.search.listing;

import dev.attune.catalog.compact.OptionMasks;
import dev.attune.catalog.compact.OptionRows;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.Fields;
import dev.attune.search.column.OfferColumns;
import dev.attune.search.column.PriceLadder;
import dev.attune.search.column.RowSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Filters on options, price and stock, all of which one and the same variant has to pass. Each of
 * them is asked of whole products first, and that is enough where variants differ in one of the
 * three at most; only the variants of the other products are looked at, and only where two such
 * filters meet, or one and what is counted.
 */
final class OneVariant {
  private final FieldTable table;
  private final Fields fields;
  private final OptionRows numbered;
  private final OfferColumns offers;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, RowSet> fitting = new HashMap<>();

  /** What variants may differ in. */
  private enum Kind {
    OPTION,
    PRICE,
    STOCK
  }

  /** A filter on variants, and those that pass, where they are looked at. */
  private final class Part {
    private final Check check;
    private final Kind kind;
    private @Nullable RowSet admitted;

    Part(Check check, Kind kind) {
      this.check = check;
      this.kind = kind;
    }

    RowSet admitted() {
      @Nullable RowSet known = admitted;
      if (known == null) {
        known =
            switch (kind) {
              case OPTION -> byOption(check);
              case PRICE -> byPrice(check);
              case STOCK -> offers.offered();
            };
        admitted = known;
      }
      return known;
    }
  }

  OneVariant(FieldTable table, List<Check> checks) {
    this.table = table;
    this.fields = table.fields();
    this.numbered = fields.options();
    this.offers = table.offers();
    for (Check check : checks) {
      if (check.field().equals(FieldTable.PRICE)) {
        parts.add(new Part(check, Kind.PRICE));
      } else if (check.wantsAvailable()) {
        parts.add(new Part(check, Kind.STOCK));
      } else if (!FieldTable.isOffer(check.field())) {
        addOption(check);
      }
    }
  }

  private void addOption(Check check) {
    int field = table.values().field(check.field());
    for (int option = 0; option < numbered.size(); option++) {
      if (fields.isOf(field, option)) {
        parts.add(new Part(check, Kind.OPTION));
        return;
      }
    }
  }

  /** Those with an option that passes, and those of products without any of the field. */
  private RowSet byOption(Check check) {
    int field = table.values().field(check.field());
    RowSet admitted = fields.silentOn(field).copy();
    for (int option = 0; option < numbered.size(); option++) {
      if (fields.isOf(field, option)
          && check.admits(table.values().value(numbered.value(option)))) {
        fields.addVariants(option, admitted);
      }
    }
    return admitted;
  }

  /** Those whose price passes, and those of products with one price. */
  private RowSet byPrice(Check check) {
    RowSet admitted = RowSet.all(numbered.variants());
    Check.Steps steps = check.steps();
    offers
        .spread()
        .each(
            row -> {
              int end = numbered.first(row + 1);
              for (int variant = numbered.first(row); variant < end; variant++) {
                int step =
                    1 << offers.stepOf(variant); // the highest, which no price is on, for none
                boolean sure = (steps.passing() & step) != 0;
                boolean may = sure || (steps.possible() & step) != 0;
                admitted.set(variant, sure || (may && check.admitsPrice(offers.priceOf(variant))));
              }
            });
    return admitted;
  }

  /**
   * Takes the rows out that pass each filter, but with none of their variants all.
   *
   * @param but the field whose own filters do not matter, blank for none
   */
  void keepFitting(RowSet passing, String but) {
    @Nullable RowSet looked = looked(but, null);
    if (looked == null) {
      return;
    }
    looked.keepOnly(passing);
    RowSet fit = fitting(but);
    looked.each(row -> passing.set(row, fit.hasAny(numbered.first(row), numbered.first(row + 1))));
  }

  /** The variants that pass all filters; each filter is one that some variant of a row passes. */
  private RowSet fitting(String but) {
    return fitting.computeIfAbsent(
        but,
        field -> {
          RowSet fit = RowSet.all(numbered.variants());
          for (Part part : parts) {
            if (!part.check.leftOutOf(field)) {
              fit.keepOnly(part.admitted());
            }
          }
          return fit;
        });
  }

  /**
   * How many rows have a value, by its number, but with no variant that passes.
   *
   * @param but as in {@link #keepFitting}
   * @param passing the rows that were counted
   */
  Map<Integer, Integer> fewer(String but, RowSet passing) {
    @Nullable RowSet looked = numbered.size() == 0 ? null : looked(but, Kind.OPTION);
    if (looked == null) {
      return Map.of();
    }
    looked.keepOnly(passing);
    looked.keepOnly(fields.differing());
    RowSet fit = fitting(but);
    OptionMasks masks = fields.masks();
    int[] less = new int[numbered.size()];
    looked.each(
        row -> {
          int first = numbered.first(row);
          int end = numbered.first(row + 1);
          if (end - first <= OptionMasks.WIDEST) {
            masks.countMissing(row, fit.bits(first, end), less);
          } else {
            countMissing(first, end, fit, less);
          }
        });
    Map<Integer, Integer> fewer = new HashMap<>();
    for (int option = 0; option < less.length; option++) {
      if (less[option] > 0) {
        fewer.put(numbered.value(option), less[option]);
      }
    }
    return fewer;
  }

  private void countMissing(int first, int end, RowSet fit, int[] missing) {
    BitSet has = new BitSet();
    for (int variant = first; variant < end; variant++) {
      for (int at = numbered.from(variant);
          fit.has(variant) && at < numbered.from(variant + 1);
          at++) {
        has.set(numbered.option(at));
      }
    }
    for (int at = numbered.from(first); at < numbered.from(end); at++) {
      missing[numbered.option(at)] += has.get(numbered.option(at)) ? 0 : 1;
      has.set(numbered.option(at));
    }
  }

  /** How many of these rows stand on each step of the ladder, but with no variant that passes. */
  int[] fewerOnSteps(RowSet passing) {
    int[] fewer = new int[PriceLadder.steps()];
    @Nullable RowSet looked = looked(FieldTable.PRICE, Kind.PRICE);
    if (looked == null) {
      return fewer;
    }
    looked.keepOnly(passing);
    looked.keepOnly(offers.spread());
    RowSet fit = fitting(FieldTable.PRICE);
    looked.each(
        row -> {
          int left = table.priceSteps(row);
          int end = numbered.first(row + 1);
          for (int variant = numbered.first(row); variant < end; variant++) {
            int step = fit.has(variant) ? offers.stepOf(variant) : -1;
            left &= step < 0 ? -1 : ~(1 << step);
          }
          for (; left != 0; left &= left - 1) {
            fewer[Integer.numberOfTrailingZeros(left)]++;
          }
        });
    return fewer;
  }

  /** How many of these rows can be bought, but in no variant that passes. */
  int fewerAvailable(RowSet passing) {
    @Nullable RowSet looked = looked(FieldTable.AVAILABLE, Kind.STOCK);
    if (looked == null) {
      return 0;
    }
    looked.keepOnly(passing);
    looked.keepOnly(offers.partly());
    RowSet fit = fitting(FieldTable.AVAILABLE);
    int[] fewer = new int[1];
    looked.each(
        row -> {
          int first = numbered.first(row);
          boolean fits = fit.hasAnyWith(offers.offered(), first, numbered.first(row + 1));
          fewer[0] += fits ? 0 : 1;
        });
    return fewer[0];
  }

  /**
   * The rows that have to be looked at, null for none.
   *
   * @param counted what else has to hold of the variant, null for nothing
   */
  private @Nullable RowSet looked(String but, @Nullable Kind counted) {
    int[] kinds = new int[Kind.values().length];
    int filters = 0;
    for (Part part : parts) {
      if (!part.check.leftOutOf(but)) {
        kinds[part.kind.ordinal()]++;
        filters++;
      }
    }
    if (counted != null) {
      kinds[counted.ordinal()]++;
    }
    if (filters == 0 || filters + (counted == null ? 0 : 1) < 2) {
      return null;
    }
    RowSet looked = RowSet.none(table.size());
    for (Kind one : Kind.values()) {
      for (Kind other : Kind.values()) {
        int needed = one == other ? 2 : 1;
        boolean meet = kinds[one.ordinal()] >= needed && kinds[other.ordinal()] >= needed;
        if (meet && one.compareTo(other) <= 0) {
          looked.addAll(both(one, other));
        }
      }
    }
    return looked;
  }

  private RowSet both(Kind one, Kind other) {
    RowSet rows = differing(one);
    if (one != other) {
      rows = rows.copy();
      rows.keepOnly(differing(other));
    }
    return rows;
  }

  private RowSet differing(Kind kind) {
    return switch (kind) {
      case OPTION -> fields.differing();
      case PRICE -> offers.spread();
      case STOCK -> offers.partly();
    };
  }
}
