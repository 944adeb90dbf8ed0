package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.catalog.compact.OptionMasks;
import dev.attune.catalog.compact.OptionRows;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values of fields, and which variant has which. */
public final class Fields {
  private final FieldValues values;
  private final OptionRows options;
  private final OptionMasks masks;
  private final RowSet differing;

  /** The variants with option {@code o} lie from {@code listFrom[o]}. */
  private final int[] listFrom;

  private final int[] lists;
  private final Map<Integer, RowSet> silent = new ConcurrentHashMap<>();

  private Fields(FieldValues values, OptionRows options, int rows) {
    this.values = values;
    this.options = options;
    this.masks = OptionMasks.of(options, rows);
    this.differing = RowSet.none(rows);
    for (int row = 0; row < rows; row++) {
      differing.set(row, options.differ(row));
    }
    int all = options.from(options.variants());
    this.listFrom = new int[options.size() + 1];
    for (int at = 0; at < all; at++) {
      listFrom[options.option(at) + 1]++;
    }
    for (int option = 0; option < options.size(); option++) {
      listFrom[option + 1] += listFrom[option];
    }
    this.lists = new int[all];
    int[] next = listFrom.clone();
    for (int variant = 0; variant < options.variants(); variant++) {
      for (int at = options.from(variant); at < options.from(variant + 1); at++) {
        lists[next[options.option(at)]++] = variant;
      }
    }
  }

  static Fields of(CatalogSnapshot catalog, AttributeRows attributes) {
    FieldValues values = new FieldValuesBuilder(catalog, attributes).build();
    Map<Integer, Map<String, Integer>> numbers = new HashMap<>();
    OptionRows options =
        OptionRows.of(
            catalog,
            (name, value) -> {
              int field = values.field(name);
              return field < 0
                  ? -1
                  : numbers
                      .computeIfAbsent(field, values::numbers)
                      .getOrDefault(FieldValue.key(value), -1);
            });
    return new Fields(values, options, catalog.size());
  }

  FieldValues values() {
    return values;
  }

  /** Which variant has which values. */
  public OptionRows options() {
    return options;
  }

  /** Which variants have which of the options of their row. */
  public OptionMasks masks() {
    return masks;
  }

  /** The rows whose variants have different options. Not to be changed. */
  public RowSet differing() {
    return differing;
  }

  /** Whether it is a value of this field. */
  public boolean isOf(int field, int option) {
    int value = options.value(option);
    return value >= values.first(field) && value < values.first(field + 1);
  }

  /** Adds all variants with this option. */
  public void addVariants(int option, RowSet to) {
    for (int i = listFrom[option]; i < listFrom[option + 1]; i++) {
      to.add(lists[i]);
    }
  }

  /** The variants of rows of which none has an option of this field. Not to be changed. */
  public RowSet silentOn(int field) {
    return silent.computeIfAbsent(field, this::readSilent);
  }

  private RowSet readSilent(int field) {
    RowSet saying = RowSet.none(options.variants());
    for (int option = 0; option < options.size(); option++) {
      if (isOf(field, option)) {
        addVariants(option, saying);
      }
    }
    RowSet silent = RowSet.all(options.variants());
    differing.each(
        row -> {
          int from = options.first(row);
          int to = options.first(row + 1);
          if (saying.hasAny(from, to)) {
            silent.remove(from, to);
          }
        });
    return silent;
  }
}
