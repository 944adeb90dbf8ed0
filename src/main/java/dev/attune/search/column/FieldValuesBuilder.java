package dev.attune.search.column;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a catalog's fields and values, row by row, then lays them out as columns. */
final class FieldValuesBuilder {
  /** So many values, of the fields with the fewest, are counted: a {@code char} names them. */
  private static final int MOST_COUNTED = 65_535;

  /** A set takes a bit for every row, a list 32 for each of its own. */
  private static final int BITS_OF_A_LISTED_ROW = 32;

  /** So many different attributes are known again without being read. */
  private static final int MOST_REMEMBERED = 1_000_000;

  private final CatalogSnapshot catalog;
  private final Map<String, Integer> fields = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<Map<String, Integer>> known = new ArrayList<>();
  private final List<FieldValue> values = new ArrayList<>();
  private final List<Growing> rowsOf = new ArrayList<>();
  private final Map<String, Integer> fieldOfName = new HashMap<>();

  /** What an attribute that many products share was read as. */
  private final Map<Attribute, int[]> numbersOf = new IdentityHashMap<>();

  private static final class Growing {
    private int[] rows = new int[2];
    private int size;

    void add(int row) {
      if (size > 0 && rows[size - 1] == row) {
        return;
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size + (size >> 1) + 1);
      }
      rows[size++] = row;
    }
  }

  FieldValuesBuilder(CatalogSnapshot catalog) {
    this.catalog = catalog;
    field(FieldTable.CATEGORY, "Category");
    field(FieldTable.BRAND, "Brand");
  }

  FieldValues build() {
    for (int row = 0; row < catalog.size(); row++) {
      read(catalog.at(row), row);
    }
    return laidOut(order());
  }

  private void read(Product product, int row) {
    int category = field(FieldTable.CATEGORY, "Category");
    for (CategoryId leaf : product.categories()) {
      for (CategoryId id : catalog.lineage(leaf)) {
        String title = catalog.category(id).map(Category::title).orElse(id.value());
        add(row, category, id.value(), title);
      }
    }
    String brand = product.brand();
    if (brand != null) {
      add(row, field(FieldTable.BRAND, "Brand"), brand, brand);
    }
    for (Attribute attribute : product.attributes()) {
      for (int number : numbers(attribute)) {
        rowsOf.get(number).add(row);
      }
    }
    for (Variant variant : product.variants()) {
      variant.options().forEach((name, chosen) -> add(row, field(name, name), chosen, chosen));
    }
  }

  /** The numbers of its values. */
  private int[] numbers(Attribute attribute) {
    int @Nullable [] known = numbersOf.get(attribute);
    if (known != null) {
      return known;
    }
    int field = field(attribute.name(), attribute.label());
    boolean offer = FieldTable.isOffer(names.get(field));
    int[] numbers =
        offer
            ? new int[0]
            : attribute.values().stream().mapToInt(value -> number(field, value, value)).toArray();
    if (numbersOf.size() < MOST_REMEMBERED) {
      numbersOf.put(attribute, numbers);
    }
    return numbers;
  }

  private int field(String name, String label) {
    @Nullable Integer seen = fieldOfName.get(name);
    if (seen != null) {
      return seen;
    }
    String key = FieldValue.key(name);
    int field = fields.computeIfAbsent(key, any -> names.size());
    if (field == names.size()) {
      names.add(key);
      labels.add(label);
      known.add(new HashMap<>());
    }
    fieldOfName.put(name, field);
    return field;
  }

  private void add(int row, int field, String value, String label) {
    if (!FieldTable.isOffer(names.get(field))) {
      rowsOf.get(number(field, value, label)).add(row);
    }
  }

  private int number(int field, String value, String label) {
    Map<String, Integer> ofField = known.get(field);
    @Nullable Integer number = ofField.get(value);
    if (number == null) {
      number = ofField.computeIfAbsent(FieldValue.key(value), any -> values.size());
      if (number == values.size()) {
        values.add(FieldValue.of(field, value, label));
        rowsOf.add(new Growing());
      }
      ofField.put(value, number);
    }
    return number;
  }

  /** Fields in the order of their new numbers: category and brand, then those of few values. */
  private int[] order() {
    int[] sizes = new int[names.size()];
    values.forEach(value -> sizes[value.field()]++);
    known.clear();
    numbersOf.clear();
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparingInt(field -> field < 2 ? field - 2 : sizes[field]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private FieldValues laidOut(int[] order) {
    int[] newField = new int[order.length];
    int[] first = new int[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      newField[order[i]] = i;
    }
    values.forEach(value -> first[newField[value.field()] + 1]++);
    int counted = 0;
    for (int i = 0; i < order.length; i++) {
      first[i + 1] += first[i];
      counted = first[i + 1] <= MOST_COUNTED ? first[i + 1] : counted;
    }
    int[] next = first.clone();
    FieldValue[] sorted = new FieldValue[values.size()];
    Growing[] rows = new Growing[values.size()];
    for (int i = 0; i < sorted.length; i++) {
      FieldValue value = values.get(i);
      int field = newField[value.field()];
      rows[next[field]] = rowsOf.get(i);
      sorted[next[field]++] =
          new FieldValue(field, value.value(), value.label(), value.key(), value.number());
    }
    values.clear();
    rowsOf.clear();
    fields.replaceAll((name, field) -> newField[field]);
    String[] named = IntStream.of(order).mapToObj(names::get).toArray(String[]::new);
    String[] labelled = IntStream.of(order).mapToObj(labels::get).toArray(String[]::new);
    FieldValues.Rows byRow = byRow(rows, counted);
    RowSet[] sets = sets(rows);
    return new FieldValues(
        new FieldValues.Fields(Map.copyOf(fields), named, labelled, first),
        sorted,
        counted,
        sets,
        lists(rows, sets),
        byRow);
  }

  private FieldValues.Rows byRow(Growing[] rows, int counted) {
    int[] from = new int[catalog.size() + 1];
    for (int value = 0; value < counted; value++) {
      for (int i = 0; i < rows[value].size; i++) {
        from[rows[value].rows[i] + 1]++;
      }
    }
    for (int row = 0; row < catalog.size(); row++) {
      from[row + 1] += from[row];
    }
    int[] next = from.clone();
    char[] codes = new char[from[catalog.size()]];
    for (int value = 0; value < counted; value++) {
      for (int i = 0; i < rows[value].size; i++) {
        codes[next[rows[value].rows[i]]++] = (char) value;
      }
    }
    return new FieldValues.Rows(from, codes);
  }

  private RowSet[] sets(Growing[] rows) {
    RowSet[] sets = new RowSet[rows.length];
    for (int value = 0; value < rows.length; value++) {
      if ((long) rows[value].size * BITS_OF_A_LISTED_ROW > catalog.size()) {
        RowSet set = RowSet.none(catalog.size());
        for (int i = 0; i < rows[value].size; i++) {
          set.add(rows[value].rows[i]);
        }
        sets[value] = set;
        rows[value] = new Growing();
      }
    }
    return sets;
  }

  private static FieldValues.Lists lists(Growing[] rows, RowSet[] sets) {
    int[] from = new int[rows.length + 1];
    for (int value = 0; value < rows.length; value++) {
      from[value + 1] = from[value] + (sets[value] == null ? rows[value].size : 0);
    }
    int[] all = new int[from[rows.length]];
    for (int value = 0; value < rows.length; value++) {
      System.arraycopy(rows[value].rows, 0, all, from[value], from[value + 1] - from[value]);
      rows[value] = new Growing();
    }
    return new FieldValues.Lists(from, all);
  }
}
