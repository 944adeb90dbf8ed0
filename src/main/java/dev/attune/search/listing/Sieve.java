package dev.attune.search.listing;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Filters made ready for one table: says of a row which fields it fails. */
final class Sieve {
  /** The row passes every filter. */
  static final int PASSES = -1;

  /** The row fails filters on more than one field. */
  static final int FAILS = -2;

  private record Check(int field, Filter filter, BitSet admitted) {}

  private final FieldTable table;
  private final List<Check> checks = new ArrayList<>();

  /**
   * @throws AttuneException INVALID_VALUE with the field {@code filters[i].field}, {@code .in} or
   *     {@code .min} when a filter makes no sense
   */
  Sieve(FieldTable table, List<Filter> filters) {
    this.table = table;
    for (int i = 0; i < filters.size(); i++) {
      checks.add(check(filters.get(i), "filters[" + i + "]"));
    }
  }

  /** {@link #PASSES}, the one field whose filters alone the row fails, or {@link #FAILS}. */
  int failing(int row) {
    int failing = PASSES;
    for (Check check : checks) {
      if (check.field() != failing && !passes(check, row)) {
        if (failing != PASSES) {
          return FAILS;
        }
        failing = check.field();
      }
    }
    return failing;
  }

  boolean selects(int value) {
    return checks.stream()
        .anyMatch(check -> !check.filter().in().isEmpty() && check.admitted().get(value));
  }

  private boolean passes(Check check, int row) {
    if (check.field() == table.field(FieldTable.PRICE)) {
      return check.filter().admits(table.price(row));
    }
    for (int value : table.valuesOf(row)) {
      if (check.admitted().get(value)) {
        return true;
      }
    }
    return false;
  }

  private Check check(Filter filter, String path) {
    int field = table.field(filter.field());
    if (field < 0) {
      throw invalid(path + ".field", "No product has a field '" + filter.field() + "'");
    }
    boolean bounded = filter.min() != null || filter.max() != null;
    if (filter.in().isEmpty() && !bounded) {
      throw invalid(path, "A filter needs values, a minimum or a maximum");
    }
    if (filter.min() != null && filter.max() != null && filter.min().compareTo(filter.max()) > 0) {
      throw invalid(path + ".min", "The minimum must not be above the maximum");
    }
    if (field == table.field(FieldTable.PRICE) && !filter.in().isEmpty()) {
      throw invalid(path + ".in", "Prices are narrowed by a minimum and a maximum");
    }
    return new Check(field, filter, admitted(field, filter));
  }

  private BitSet admitted(int field, Filter filter) {
    Set<String> keys =
        filter.in().stream().map(value -> FieldValue.key(local(value))).collect(Collectors.toSet());
    boolean bounded = filter.min() != null || filter.max() != null;
    BitSet admitted = new BitSet(table.values().size());
    for (int i = 0; i < table.values().size(); i++) {
      FieldValue value = table.values().get(i);
      boolean chosen = keys.isEmpty() || keys.contains(value.key());
      boolean within = !bounded || filter.admits(value.number());
      admitted.set(i, value.field() == field && chosen && within);
    }
    return admitted;
  }

  private static String local(String value) {
    return GlobalId.parse(value)
        .filter(id -> id.type() == NodeType.CATEGORY || id.type() == NodeType.BRAND)
        .map(GlobalId::local)
        .orElse(value);
  }

  private static AttuneException invalid(String field, String message) {
    return new AttuneException(ErrorCode.INVALID_VALUE, field, message);
  }
}
