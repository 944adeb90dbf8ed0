package dev.attune.search.listing;

import dev.attune.catalog.Variant;
import dev.attune.catalog.compact.OptionRows;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.PriceLadder;
import dev.attune.search.column.RowSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Filters on options, price and stock, all of which one and the same variant has to pass. Each of
 * them is asked of whole products first, and that is enough where variants differ in one of the
 * three at most; only the variants of the other products are looked at, and only where two such
 * filters meet, or one and what is counted.
 */
final class OneVariant {
  private static final double[] NO_PRICES = {};

  private final FieldTable table;
  private final OptionRows options;
  private final List<Part> parts = new ArrayList<>();

  /** What variants may differ in. */
  private enum Kind {
    OPTION,
    PRICE,
    STOCK
  }

  /**
   * A filter on variants.
   *
   * @param ofField the options of its field
   * @param admitted those of them that pass
   */
  private record Part(Check check, Kind kind, BitSet ofField, BitSet admitted) {}

  /** Takes a variant that passes: its place, and where its options stand. */
  @FunctionalInterface
  private interface Fitting {
    void accept(int variant, int from, int to);
  }

  OneVariant(FieldTable table, List<Check> checks) {
    this.table = table;
    this.options = table.options();
    for (Check check : checks) {
      if (check.field().equals(FieldTable.PRICE)) {
        parts.add(new Part(check, Kind.PRICE, new BitSet(), new BitSet()));
      } else if (check.wantsAvailable()) {
        parts.add(new Part(check, Kind.STOCK, new BitSet(), new BitSet()));
      } else if (!FieldTable.isOffer(check.field())) {
        addOption(check);
      }
    }
  }

  private void addOption(Check check) {
    int field = table.values().field(check.field());
    BitSet ofField = new BitSet();
    BitSet admitted = new BitSet();
    for (int option = 0; option < options.size(); option++) {
      int value = options.value(option);
      if (value >= table.values().first(field) && value < table.values().first(field + 1)) {
        ofField.set(option);
        admitted.set(option, check.admits(table.values().value(value)));
      }
    }
    if (!ofField.isEmpty()) {
      parts.add(new Part(check, Kind.OPTION, ofField, admitted));
    }
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
    boolean[] fits = new boolean[1];
    looked.each(
        row -> {
          fits[0] = false;
          fitting(row, but, (variant, from, to) -> fits[0] = true);
          passing.set(row, fits[0]);
        });
  }

  /**
   * How many rows have a value, by its number, but with no variant that passes.
   *
   * @param but as in {@link #keepFitting}
   * @param passing the rows that were counted
   */
  Map<Integer, Integer> fewer(String but, Supplier<RowSet> passing) {
    @Nullable RowSet looked = options.size() == 0 ? null : looked(but, Kind.OPTION);
    if (looked == null) {
      return Map.of();
    }
    looked.keepOnly(passing.get());
    looked.keepOnly(table.optionsDiffer());
    Map<Integer, Integer> fewer = new HashMap<>();
    int[] seen = new int[options.size()];
    looked.each(
        row -> {
          int[] said = options.of(row);
          fitting(
              row,
              but,
              (variant, from, to) -> {
                for (int i = from; i < to; i++) {
                  seen[said[i]] = row + 1;
                }
              });
          for (int option : said) {
            if (option != OptionRows.END && seen[option] != row + 1) {
              seen[option] = row + 1;
              fewer.merge(options.value(option), 1, Integer::sum);
            }
          }
        });
    return fewer;
  }

  /** How many of these rows stand on each step of the ladder, but with no variant that passes. */
  int[] fewerOnSteps(RowSet passing) {
    int[] fewer = new int[PriceLadder.steps()];
    @Nullable RowSet looked = looked(FieldTable.PRICE, Kind.PRICE);
    if (looked == null) {
      return fewer;
    }
    looked.keepOnly(passing);
    looked.keepOnly(table.pricedApart());
    looked.each(
        row -> {
          double[] prices = table.prices(row);
          int[] left = {table.priceSteps(row)};
          fitting(
              row,
              FieldTable.PRICE,
              (variant, from, to) ->
                  left[0] &=
                      Double.isNaN(prices[variant])
                          ? -1
                          : ~(1 << PriceLadder.step(prices[variant])));
          for (; left[0] != 0; left[0] &= left[0] - 1) {
            fewer[Integer.numberOfTrailingZeros(left[0])]++;
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
    looked.keepOnly(table.partlyAvailable());
    int all = looked.size();
    RowSet fit = RowSet.none(table.size());
    looked.each(
        row ->
            fitting(
                row,
                FieldTable.AVAILABLE,
                (variant, from, to) -> {
                  if (table.variants(row).get(variant).forSale()) {
                    fit.add(row);
                  }
                }));
    return all - fit.size();
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
      if (!part.check().leftOutOf(but)) {
        kinds[part.kind().ordinal()]++;
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
      case OPTION -> table.optionsDiffer();
      case PRICE -> table.pricedApart();
      case STOCK -> table.partlyAvailable();
    };
  }

  /** The row's variants that pass; each filter is one that some variant of it passes. */
  private void fitting(int row, String but, Fitting to) {
    int[] said = options.of(row);
    double[] prices = table.pricedApart().has(row) ? table.prices(row) : NO_PRICES;
    List<Variant> stock = table.partlyAvailable().has(row) ? table.variants(row) : List.of();
    int from = 0;
    int variant = 0;
    while (from < said.length || variant < Math.max(prices.length, stock.size())) {
      int end = from;
      while (end < said.length && said[end] != OptionRows.END) {
        end++;
      }
      boolean offered = true;
      for (Part part : parts) {
        offered =
            offered
                && (part.check().leftOutOf(but)
                    || switch (part.kind()) {
                      case OPTION -> chosen(part, said, from, end);
                      case PRICE -> prices.length == 0 || part.check().admitsPrice(prices[variant]);
                      case STOCK -> stock.isEmpty() || stock.get(variant).forSale();
                    });
      }
      if (offered) {
        to.accept(variant, from, end);
      }
      from = end + 1;
      variant++;
    }
  }

  /** Whether a variant has an option that passes, or the whole product has none of the field. */
  private static boolean chosen(Part part, int[] said, int from, int end) {
    for (int i = from; i < end; i++) {
      if (part.admitted().get(said[i])) {
        return true;
      }
    }
    for (int option : said) {
      if (option != OptionRows.END && part.ofField().get(option)) {
        return false;
      }
    }
    return true;
  }
}
