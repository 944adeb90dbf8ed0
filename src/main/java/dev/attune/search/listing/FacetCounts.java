package dev.attune.search.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts the values of a list: in all fields for rows that pass, in the failing field for others.
 */
final class FacetCounts {
  /** What makes a field worth showing. */
  private static final int MOST_FACETS = 12;

  private static final int MOST_VALUES = 40;
  private static final double COVERAGE = .2;

  private final FieldTable table;
  private final Sieve sieve;
  private final int[] counts;
  private int passing;

  FacetCounts(FieldTable table, Sieve sieve) {
    this.table = table;
    this.sieve = sieve;
    this.counts = new int[table.values().size()];
  }

  void count(int row, int failing) {
    passing += failing == Sieve.PASSES ? 1 : 0;
    for (int value : table.valuesOf(row)) {
      if (failing == Sieve.PASSES || table.values().get(value).field() == failing) {
        counts[value]++;
      }
    }
  }

  /** Category and brand first, then attributes with few values, those that most products have. */
  List<Facet> facets() {
    List<List<FacetCount>> byField = new ArrayList<>();
    int[] covered = new int[table.fieldCount()];
    for (int field = 0; field < table.fieldCount(); field++) {
      byField.add(new ArrayList<>());
    }
    for (int i = 0; i < counts.length; i++) {
      boolean selected = sieve.selects(i);
      if (counts[i] > 0 || selected) {
        FieldValue value = table.values().get(i);
        covered[value.field()] += counts[i];
        byField
            .get(value.field())
            .add(new FacetCount(value.value(), value.label(), counts[i], selected));
      }
    }
    return IntStream.range(0, byField.size())
        .filter(field -> worthShowing(field, byField.get(field), covered[field]))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(field -> -rank(field))
                .thenComparingInt(field -> -covered[field])
                .thenComparing(field -> table.fieldName(field)))
        .limit(MOST_FACETS)
        .map(field -> facet(field, byField.get(field)))
        .toList();
  }

  private Facet facet(int field, List<FacetCount> values) {
    return new Facet(
        table.fieldName(field),
        table.label(field),
        values.stream()
            .sorted(
                Comparator.comparing(FacetCount::selected)
                    .thenComparingInt(FacetCount::count)
                    .reversed()
                    .thenComparing(FacetCount::value))
            .limit(MOST_VALUES)
            .toList());
  }

  private boolean worthShowing(int field, List<FacetCount> values, int covered) {
    if (values.stream().anyMatch(FacetCount::selected)) {
      return true;
    }
    boolean few = values.size() <= MOST_VALUES && covered >= COVERAGE * passing;
    return values.size() > 1 && (rank(field) > 0 || few);
  }

  private int rank(int field) {
    return field == table.field(FieldTable.CATEGORY)
        ? 2
        : field == table.field(FieldTable.BRAND) ? 1 : 0;
  }
}
