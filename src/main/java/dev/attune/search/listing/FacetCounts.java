package dev.attune.search.listing;

import dev.attune.search.column.FieldTable;
import dev.attune.search.column.FieldValue;
import dev.attune.search.column.FieldValues;
import dev.attune.search.column.PriceLadder;
import dev.attune.search.column.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  /** Lists of up to so many rows are counted row by row without a sample. */
  private static final int SHORT_LIST = 4_096;

  /** So many fields are weighed up before it is decided how to count. */
  private static final int CANDIDATES = MOST_FACETS + 4;

  /**
   * A value met row by row costs as much as so many numbers of a value's own rows, by measurement.
   */
  private static final int BY_ROW = 8;

  private static final int SAMPLE = 1_024;

  /** Of a sample a field may fall short by so much and still be counted. */
  private static final double LENIENCE = .75;

  private final FieldTable table;
  private final FieldValues values;
  private final Sieve sieve;
  private final RowSet base;
  private final RowSet passing;
  private final int total;
  private final Map<Integer, Integer> fewer;
  private final int category;
  private final int brand;

  private record Counted(Facet facet, int rank, int covered) {}

  /** A field that is likely to be worth showing. */
  private record Promise(int field, int rank, int covered) {}

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
    this.fewer = sieve.variants().fewer("", passing);
    this.category = values.field(FieldTable.CATEGORY);
    this.brand = values.field(FieldTable.BRAND);
  }

  /**
   * Category and brand first, then attributes with few values, those that most products have, last
   * price and stock.
   */
  List<Facet> facets() {
    int[] seen = new int[values.counted()];
    List<Counted> all = new ArrayList<>();
    BitSet narrowed = sieve.narrowed();
    narrowed.stream()
        .forEach(field -> add(all, field, sieve.passingBut(values.fieldName(field), base), null));
    if (total <= SHORT_LIST) {
      countRows(all, seen);
    } else {
      List<Promise> promising = sampled(seen);
      if (costByValue(promising) > costByRow()) {
        Arrays.fill(seen, 0);
        countRows(all, seen);
      } else {
        countValues(all, promising);
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

  private void countRows(List<Counted> all, int[] counts) {
    passing.each(row -> count(row, counts));
    for (int field = 0; field < values.fieldCount(); field++) {
      if (isCounted(field) && promising(field, counts, COVERAGE, total)) {
        add(all, field, passing, counts);
      }
    }
  }

  private void countValues(List<Counted> all, List<Promise> promising) {
    for (int i = 0; i < promising.size() && all.size() < MOST_FACETS; i++) {
      add(all, promising.get(i).field(), passing, null);
    }
  }

  /** The fields that are worth counting by a sample, those first that are shown first. */
  private List<Promise> sampled(int[] seen) {
    int[] rows = new int[1];
    passing.sample(
        SAMPLE,
        row -> {
          rows[0]++;
          count(row, seen);
        });
    List<Promise> promising = new ArrayList<>();
    for (int field = 0; field < values.fieldCount(); field++) {
      if (isCounted(field) && promising(field, seen, COVERAGE * LENIENCE, rows[0])) {
        promising.add(new Promise(field, rank(field), covered(field, seen)));
      }
    }
    promising.sort(
        Comparator.comparingInt(Promise::rank)
            .thenComparingInt(Promise::covered)
            .reversed()
            .thenComparingInt(Promise::field));
    return promising;
  }

  private boolean isCounted(int field) {
    return !sieve.narrowed().get(field) && values.first(field + 1) <= values.counted();
  }

  private long costByValue(List<Promise> promising) {
    long cost = 0;
    for (Promise promise : promising.subList(0, Math.min(CANDIDATES, promising.size()))) {
      int field = promise.field();
      for (int value = values.first(field); value < values.first(field + 1); value++) {
        cost += values.costOf(value);
      }
    }
    return cost;
  }

  private long costByRow() {
    return (long) BY_ROW * total * values.from(table.size()) / Math.max(1, table.size());
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

  private int covered(int field, int[] seen) {
    int covered = 0;
    for (int value = values.first(field); value < values.first(field + 1); value++) {
      covered += seen[value];
    }
    return covered;
  }

  private void add(List<Counted> all, int field, RowSet rows, int @Nullable [] known) {
    String name = values.fieldName(field);
    List<FacetCount> counts = new ArrayList<>();
    int covered = 0;
    boolean selected = false;
    boolean narrowed = known == null && sieve.narrowed().get(field);
    Map<Integer, Integer> less = narrowed ? sieve.variants().fewer(name, rows) : fewer;
    for (int number = values.first(field); number < values.first(field + 1); number++) {
      int count = known == null ? values.countIn(number, rows) : known[number];
      count -= less.isEmpty() ? 0 : less.getOrDefault(number, 0);
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
      List<FacetCount> most = most(counts);
      all.add(new Counted(new Facet(name, values.label(field), most), rank(field), covered));
    }
  }

  /** The selected values, then the most frequent. */
  private static List<FacetCount> most(List<FacetCount> counts) {
    List<FacetCount> most = counts;
    if (counts.size() > 2 * MOST_VALUES) {
      int[] sorted = counts.stream().mapToInt(FacetCount::count).sorted().toArray();
      int enough = sorted[sorted.length - MOST_VALUES];
      most = new ArrayList<>(counts);
      most.removeIf(value -> value.count() < enough && !value.selected());
    }
    most.sort(
        Comparator.comparing(FacetCount::selected)
            .thenComparingInt(FacetCount::count)
            .reversed()
            .thenComparing(FacetCount::value));
    return most.subList(0, Math.min(MOST_VALUES, most.size()));
  }

  private void prices(List<Facet> facets) {
    int[] steps = new int[PriceLadder.steps()];
    RowSet rows = sieve.passingBut(FieldTable.PRICE, base);
    if (rows.size() <= SHORT_LIST) {
      rows.each(row -> countSteps(table.priceSteps(row), steps));
    } else {
      Arrays.setAll(steps, step -> rows.sizeWith(table.onPriceStep(step)));
    }
    int[] less = sieve.variants().fewerOnSteps(rows);
    Arrays.setAll(steps, step -> steps[step] - less[step]);
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

  private static void countSteps(int of, int[] counts) {
    for (int left = of; left != 0; left &= left - 1) {
      counts[Integer.numberOfTrailingZeros(left)]++;
    }
  }

  private void stock(List<Facet> facets) {
    RowSet rows = sieve.passingBut(FieldTable.AVAILABLE, base);
    int in = rows.sizeWith(table.available());
    int out = rows.size() - in;
    int fitting = in - sieve.variants().fewerAvailable(rows);
    List<FacetCount> counts = new ArrayList<>();
    for (String value : List.of("true", "false")) {
      int count = value.equals("true") ? fitting : out;
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
    return field == category ? 2 : field == brand ? 1 : 0;
  }
}
