package dev.attune.search.column;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.catalog.compact.IntRows;
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

  /** So many different lists of categories are known again without being read. */
  private static final int MOST_REMEMBERED = 1_000_000;

  private final CatalogSnapshot catalog;
  private final AttributeRows attributes;
  private final Map<String, Integer> fields = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<Map<String, Integer>> known = new ArrayList<>();
  private final List<FieldValue> values = new ArrayList<>();

  /** How often values, by their numbers, are written in another way than first. */
  private final Map<Integer, Map<String, Integer>> otherwise = new HashMap<>();

  private final Map<String, Integer> fieldOfName = new HashMap<>();

  /**
   * What each attribute was read as: its value's number and one, 0 for one that was not read yet,
   * or below that the place of its numbers among the others.
   */
  private final int[] numberOf;

  /** The numbers of attributes with several values, or none. */
  private final List<int[]> others = new ArrayList<>();

  /** What lists of categories were read as, which many products share. */
  private final Map<List<CategoryId>, int[]> numbersOfCategories = new IdentityHashMap<>();

  /** The values that rows have, by their numbers as they appeared. */
  private final IntRows said;

  private int[] rowsOf = new int[1 << 10];
  private int[] lastRow = new int[1 << 10];

  FieldValuesBuilder(CatalogSnapshot catalog, AttributeRows attributes) {
    this.catalog = catalog;
    this.attributes = attributes;
    this.numberOf = new int[attributes.size()];
    this.said = new IntRows(catalog.size());
    field(FieldTable.CATEGORY, "Category");
    field(FieldTable.BRAND, "Brand");
  }

  FieldValues build() {
    for (int row = 0; row < catalog.size(); row++) {
      read(catalog.at(row), row);
      said.endRow();
    }
    return laidOut(order());
  }

  private void read(Product product, int row) {
    for (int number : numbers(product.categories())) {
      add(row, number);
    }
    String brand = product.brand();
    if (brand != null) {
      add(row, field(FieldTable.BRAND, "Brand"), brand);
    }
    for (int i = attributes.from(row); i < attributes.from(row + 1); i++) {
      addAttribute(row, attributes.at(i));
    }
    for (Variant variant : product.variants()) {
      if (!variant.options().isEmpty()) {
        variant.options().forEach((name, chosen) -> add(row, field(name, name), chosen));
      }
    }
  }

  private void addAttribute(int row, int attribute) {
    if (numberOf[attribute] == 0) {
      int[] read = numbers(attributes.attribute(attribute), attributes.products(attribute));
      if (read.length != 1) {
        others.add(read);
      }
      numberOf[attribute] = read.length == 1 ? read[0] + 1 : -others.size();
    }
    int known = numberOf[attribute];
    if (known > 0) {
      add(row, known - 1);
    } else {
      for (int number : others.get(-known - 1)) {
        add(row, number);
      }
    }
  }

  private int[] numbers(Attribute attribute, int products) {
    int field = field(attribute.name(), attribute.label());
    return FieldTable.isOffer(names.get(field))
        ? new int[0]
        : attribute.values().stream().mapToInt(value -> spelled(field, value, products)).toArray();
  }

  private int[] numbers(List<CategoryId> leaves) {
    int @Nullable [] read = numbersOfCategories.get(leaves);
    if (read == null) {
      int category = field(FieldTable.CATEGORY, "Category");
      read =
          leaves.stream()
              .flatMap(leaf -> catalog.lineage(leaf).stream())
              .mapToInt(id -> number(category, id.value(), title(id)))
              .toArray();
      if (numbersOfCategories.size() < MOST_REMEMBERED) {
        numbersOfCategories.put(leaves, read);
      }
    }
    return read;
  }

  private String title(CategoryId id) {
    return catalog.category(id).map(Category::title).orElse(id.value());
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

  private void add(int row, int field, String value) {
    if (!FieldTable.isOffer(names.get(field))) {
      add(row, spelled(field, value, 1));
    }
  }

  /**
   * @param times how often it is written so
   */
  private int spelled(int field, String value, int times) {
    int number = number(field, value, value);
    if (!values.get(number).value().equals(value)) {
      otherwise.computeIfAbsent(number, any -> new HashMap<>()).merge(value, times, Integer::sum);
    }
    return number;
  }

  private void add(int row, int number) {
    if (lastRow[number] != row + 1) {
      lastRow[number] = row + 1;
      rowsOf[number]++;
      said.add(number);
    }
  }

  private int number(int field, String value, String label) {
    Map<String, Integer> ofField = known.get(field);
    @Nullable Integer number = ofField.get(value);
    if (number == null) {
      number = ofField.computeIfAbsent(FieldValue.key(value), any -> values.size());
      if (number == values.size()) {
        values.add(FieldValue.of(field, value, label));
        if (number == rowsOf.length) {
          rowsOf = Arrays.copyOf(rowsOf, number * 2);
          lastRow = Arrays.copyOf(lastRow, number * 2);
        }
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
    numbersOfCategories.clear();
    others.clear();
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
    int[] newNumber = new int[values.size()];
    for (int i = 0; i < sorted.length; i++) {
      FieldValue value = values.get(i);
      int field = newField[value.field()];
      newNumber[i] = next[field];
      sorted[next[field]++] = value.laidOut(field, otherwise.getOrDefault(i, Map.of()), rowsOf[i]);
    }
    values.clear();
    otherwise.clear();
    fields.replaceAll((name, field) -> newField[field]);
    String[] named = IntStream.of(order).mapToObj(names::get).toArray(String[]::new);
    String[] labelled = IntStream.of(order).mapToObj(labels::get).toArray(String[]::new);
    return filled(
        new FieldValues.Fields(Map.copyOf(fields), named, labelled, first),
        sorted,
        counted,
        newNumber);
  }

  private FieldValues filled(
      FieldValues.Fields laid, FieldValue[] sorted, int counted, int[] newNumber) {
    RowSet[] sets = new RowSet[sorted.length];
    int[] from = new int[sorted.length + 1];
    for (int i = 0; i < newNumber.length; i++) {
      if ((long) rowsOf[i] * BITS_OF_A_LISTED_ROW > catalog.size()) {
        sets[newNumber[i]] = RowSet.none(catalog.size());
      } else {
        from[newNumber[i] + 1] = rowsOf[i];
      }
    }
    for (int value = 0; value < sorted.length; value++) {
      from[value + 1] += from[value];
    }
    int[] lists = new int[from[sorted.length]];
    int[] next = from.clone();
    int[] codesFrom = new int[catalog.size() + 1];
    char[] codes = new char[countedIn(counted, newNumber)];
    for (int row = 0; row < catalog.size(); row++) {
      int code = codesFrom[row];
      for (int i = said.from(row); i < said.from(row + 1); i++) {
        int value = newNumber[said.at(i)];
        if (value < counted) {
          codes[code++] = (char) value;
        }
        if (sets[value] != null) {
          sets[value].add(row);
        } else {
          lists[next[value]++] = row;
        }
      }
      codesFrom[row + 1] = code;
    }
    return new FieldValues(
        laid,
        sorted,
        counted,
        sets,
        new FieldValues.Lists(from, lists),
        new FieldValues.Rows(codesFrom, codes));
  }

  /** How often rows have counted values. */
  private int countedIn(int counted, int[] newNumber) {
    int all = 0;
    for (int i = 0; i < newNumber.length; i++) {
      all += newNumber[i] < counted ? rowsOf[i] : 0;
    }
    return all;
  }
}
