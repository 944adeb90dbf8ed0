package dev.attune.search.listing;

import dev.attune.catalog.compact.OptionRows;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.FieldValue;
import dev.attune.search.column.FieldValues;
import dev.attune.search.column.PriceLadder;
import dev.attune.search.column.RowSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Filters made ready for one table. */
final class Sieve {
  private static final Set<String> STOCK = Set.of("true", "false");
  private static final Set<String> NAMES =
      Set.of(FieldTable.AVAILABLE, FieldTable.CATEGORY, FieldTable.BRAND);

  private final FieldTable table;
  private final List<Check> checks = new ArrayList<>();
  private final List<RowSet> admitted = new ArrayList<>();
  private final BitSet narrowed = new BitSet();

  private final OneVariant variants;

  /**
   * @param bounds what holds whatever is chosen in their fields
   * @throws AttuneException INVALID_VALUE with the field {@code filters[i].field}, {@code .in},
   *     {@code .min} or {@code .max} when a filter makes no sense
   */
  Sieve(FieldTable table, List<Filter> filters, List<Filter> bounds) {
    this.table = table;
    for (int i = 0; i < filters.size(); i++) {
      add(check(filters.get(i), "filters[" + i + "]", false));
    }
    for (Filter bound : bounds) {
      add(check(bound, "query", true));
    }
    variants = new OneVariant(table, checks);
  }

  private void add(Check check) {
    checks.add(check);
    admitted.add(admitted(check));
    if (!check.bound() && !FieldTable.isOffer(check.field())) {
      narrowed.set(table.values().field(check.field()));
    }
  }

  /** Whether there is no filter. */
  boolean isOpen() {
    return checks.isEmpty();
  }

  /** The numbers of the fields with filters, other than price and stock. */
  BitSet narrowed() {
    return narrowed;
  }

  /** The rows that pass every filter. */
  RowSet passing(RowSet rows) {
    return passingBut("", rows);
  }

  /** The rows that pass every filter on other fields than this one; to be changed by nobody. */
  RowSet passingBut(String field, RowSet rows) {
    RowSet passing = rows;
    for (int i = 0; i < checks.size(); i++) {
      if (!checks.get(i).leftOutOf(field)) {
        passing = passing == rows ? rows.copy() : passing;
        passing.keepOnly(admitted.get(i));
      }
    }
    if (passing != rows) {
      variants.keepFitting(passing, field);
    }
    return passing;
  }

  /** What of a product's values the filters leave. */
  OneVariant variants() {
    return variants;
  }

  /** Whether a filter asks for this value. */
  boolean selects(String field, String key) {
    return checks.stream()
        .anyMatch(check -> check.leftOutOf(field) && check.chosen().contains(key));
  }

  /** All rows of the table that pass a filter. */
  private RowSet admitted(Check check) {
    return switch (check.field()) {
      case FieldTable.PRICE -> byPrice(check);
      case FieldTable.AVAILABLE -> byStock(check);
      default -> byValue(check);
    };
  }

  private RowSet byValue(Check check) {
    RowSet kept = RowSet.none(table.size());
    FieldValues values = table.values();
    int field = values.field(check.field());
    for (int number = values.first(field); number < values.first(field + 1); number++) {
      if (check.admits(values.value(number))) {
        values.addRows(number, kept);
      }
    }
    return kept;
  }

  private RowSet byStock(Check check) {
    RowSet kept = RowSet.none(table.size());
    if (check.chosen().contains("true")) {
      kept.addAll(table.available());
    }
    if (check.chosen().contains("false")) {
      RowSet out = table.listed().copy();
      out.removeAll(table.available());
      kept.addAll(out);
    }
    return kept;
  }

  /** Whole steps of the ladder as sets; only at the ends of other ranges prices are read. */
  private RowSet byPrice(Check check) {
    Check.Steps steps = check.steps();
    RowSet kept = RowSet.none(table.size());
    for (int step = 0; step < PriceLadder.steps(); step++) {
      if ((steps.passing() >> step & 1) != 0) {
        kept.addAll(table.onPriceStep(step));
      } else if ((steps.possible() >> step & 1) != 0) {
        table.onPriceStep(step).each(row -> addWithin(row, check, kept));
      }
    }
    return kept;
  }

  private void addWithin(int row, Check check, RowSet to) {
    if (table.offers().spread().has(row)
        ? spreads(row, check)
        : check.admitsPrice(table.price(row))) {
      to.add(row);
    }
  }

  private boolean spreads(int row, Check check) {
    OptionRows numbered = table.fields().options();
    for (int variant = numbered.first(row); variant < numbered.first(row + 1); variant++) {
      if (check.admitsPrice(table.offers().priceOf(variant))) {
        return true;
      }
    }
    return false;
  }

  private Check check(Filter filter, String path, boolean bound) {
    String field = FieldValue.key(filter.field());
    if (!FieldTable.isOffer(field) && table.values().field(field) < 0) {
      throw invalid(path + ".field", "No product has a field '" + filter.field() + "'");
    }
    boolean bounded = filter.min() != null || filter.max() != null;
    if (filter.in().isEmpty() && !bounded) {
      throw invalid(path, "A filter needs values, a minimum or a maximum");
    }
    if (filter.min() != null && filter.max() != null && filter.min().compareTo(filter.max()) > 0) {
      throw invalid(path + ".min", "The minimum must not be above the maximum");
    }
    if (bounded && !hasNumbers(field)) {
      throw invalid(
          path + (filter.min() == null ? ".max" : ".min"),
          "'" + filter.field() + "' has no numbers, so it has no minimum or maximum");
    }
    List<PriceLadder.Range> ranges =
        field.equals(FieldTable.PRICE)
            ? filter.in().stream().map(range -> range(range, path + ".in")).toList()
            : List.of();
    Set<String> chosen =
        filter.in().stream().map(value -> FieldValue.key(local(value))).collect(Collectors.toSet());
    if (field.equals(FieldTable.AVAILABLE) && !STOCK.containsAll(chosen)) {
      throw invalid(path + ".in", "What is available is 'true' or 'false'");
    }
    return new Check(field, filter, chosen, ranges, bound);
  }

  /** Whether there can be bounds: names of categories and brands are none, whatever they are. */
  private boolean hasNumbers(String field) {
    if (field.equals(FieldTable.PRICE)) {
      return true;
    }
    if (NAMES.contains(field)) {
      return false;
    }
    FieldValues values = table.values();
    int number = values.field(field);
    return IntStream.range(values.first(number), values.first(number + 1))
        .anyMatch(value -> !Double.isNaN(values.value(value).number()));
  }

  private static PriceLadder.Range range(String text, String path) {
    return PriceLadder.range(text)
        .orElseThrow(() -> invalid(path, "'" + text + "' is no range of prices like 50-100"));
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
