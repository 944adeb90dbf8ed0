package dev.attune.search.listing;

import dev.attune.search.column.FieldTable;
import dev.attune.search.column.FieldValue;
import dev.attune.search.column.FieldValues;
import dev.attune.search.column.PriceLadder;
import dev.attune.search.column.RowSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a list, those of a field without the field's own filters. Of a short list
 * every value is counted row by row; of a long one a sample says which fields are worth counting,
 * and these are counted value by value.
 */
final class FacetCounts {
  /** What makes a field worth showing. */
  private static final int MOST_FACETS = 12;

  private static final int MOST_VALUES = 40;
  private static final double COVERAGE = .2;

  /** From so many rows on counting by value is faster; see decision 008. */
  private static final int LONG_LIST = 20_000;

  private static final int SAMPLE = 1_024;

  /** Of a sample a field may fall short by so much and still be counted. */
  private static final double LENIENCE = .75;

  private final FieldTable table;
  private final FieldValues values;
  private final Sieve sieve;
  private final RowSet base;
  private final RowSet passing;
  private final int total;

  private record Counted(Facet facet, int rank, int covered) {}

  /**
   * @param base the list without filters
   * @param passing what the sieve leaves of it
   */
  FacetCounts(FieldTable table, Sieve sieve, RowSet base, RowSet passing) {
    this.table = table;
    this.values = table.values();
    this.sieve = sieve;
    this.base = base;
    this.passing = passing;
    this.total = passing.size();
  }

  /**
   * Category and brand first, then attributes with few values, those that most products have, last
   * price and stock.
   */
  List<Facet> facets() {
    List<Counted> all = new ArrayList<>();
    int[] seen = new int[values.counted()];
    boolean complete = total < LONG_LIST;
    if (complete) {
      passing.each(row -> count(row, seen));
    } else {
      passing.sample(SAMPLE, row -> count(row, seen));
    }
    int sampled = complete ? total : Math.min(total, sampled());
    BitSet narrowed = sieve.narrowed();
    for (int field = 0; field < values.fieldCount(); field++) {
      if (narrowed.get(field)) {
        add(all, field, sieve.passingBut(values.fieldName(field), base), null);
      } else if (values.first(field + 1) <= values.counted()
          && promising(field, seen, complete ? COVERAGE : COVERAGE * LENIENCE, sampled)) {
        add(all, field, passing, complete ? seen : null);
      }
    }
    List<Facet> facets = new ArrayList<>();
    all.stream()
        .sorted(
            Comparator.comparingInt(Counted::rank)
                .thenComparingInt(Counted::covered)
                .reversed()
                .thenComparing(counted -> counted.facet().field()))
        .limit(MOST_FACETS)
        .forEach(counted -> facets.add(counted.facet()));
    prices(facets);
    stock(facets);
    return facets;
  }

  private int sampled() {
    int[] rows = new int[1];
    passing.sample(SAMPLE, row -> rows[0]++);
    return rows[0];
  }

  private void count(int row, int[] counts) {
    for (int i = values.from(row); i < values.from(row + 1); i++) {
      counts[values.valueAt(i)]++;
    }
  }

  private boolean promising(int field, int[] seen, double coverage, int rows) {
    int different = 0;
    int covered = 0;
    for (int value = values.first(field); value < values.first(field + 1); value++) {
      different += seen[value] > 0 ? 1 : 0;
      covered += seen[value];
    }
    boolean few = different <= MOST_VALUES && covered >= coverage * rows;
    return different > 0 && (few || rank(field) > 0);
  }

  private void add(List<Counted> all, int field, RowSet rows, int @Nullable [] known) {
    String name = values.fieldName(field);
    List<FacetCount> counts = new ArrayList<>();
    int covered = 0;
    boolean selected = false;
    boolean narrowed = known == null && sieve.narrowed().get(field);
    for (int number = values.first(field); number < values.first(field + 1); number++) {
      int count = known == null ? values.countIn(number, rows) : known[number];
      if (count == 0 && !narrowed) {
        continue;
      }
      FieldValue value = values.value(number);
      boolean chosen = narrowed && sieve.selects(name, value.key());
      covered += count;
      selected |= chosen;
      if (count > 0 || chosen) {
        counts.add(new FacetCount(value.value(), value.label(), count, chosen));
      }
    }
    boolean few = counts.size() <= MOST_VALUES && covered >= COVERAGE * total;
    if (selected || (counts.size() > 1 && (rank(field) > 0 || few))) {
      counts.sort(
          Comparator.comparing(FacetCount::selected)
              .thenComparingInt(FacetCount::count)
              .reversed()
              .thenComparing(FacetCount::value));
      List<FacetCount> most = counts.subList(0, Math.min(MOST_VALUES, counts.size()));
      all.add(new Counted(new Facet(name, values.label(field), most), rank(field), covered));
    }
  }

  private void prices(List<Facet> facets) {
    int[] steps = new int[PriceLadder.steps()];
    sieve.passingBut(FieldTable.PRICE, base).each(row -> steps[table.priceStep(row)]++);
    List<FacetCount> counts = new ArrayList<>();
    for (int step = 0; step < steps.length; step++) {
      String name = PriceLadder.name(step);
      boolean chosen = sieve.selects(FieldTable.PRICE, name);
      if (steps[step] > 0 || chosen) {
        counts.add(new FacetCount(name, name, steps[step], chosen));
      }
    }
    add(facets, FieldTable.PRICE, "Price", counts);
  }

  private void stock(List<Facet> facets) {
    RowSet rows = sieve.passingBut(FieldTable.AVAILABLE, base);
    int in = rows.sizeWith(table.available());
    int out = rows.size() - in;
    List<FacetCount> counts = new ArrayList<>();
    for (String value : List.of("true", "false")) {
      int count = value.equals("true") ? in : out;
      boolean chosen = sieve.selects(FieldTable.AVAILABLE, value);
      if (count > 0 || chosen) {
        counts.add(new FacetCount(value, value, count, chosen));
      }
    }
    add(facets, FieldTable.AVAILABLE, "Available", counts);
  }

  private static void add(List<Facet> facets, String field, String label, List<FacetCount> counts) {
    if (counts.size() > 1 || counts.stream().anyMatch(FacetCount::selected)) {
      facets.add(new Facet(field, label, counts));
    }
  }

  private int rank(int field) {
    return switch (values.fieldName(field)) {
      case FieldTable.CATEGORY -> 2;
      case FieldTable.BRAND -> 1;
      default -> 0;
    };
  }
}
