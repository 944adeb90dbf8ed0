package dev.attune.catalog.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/**
 * Which options each variant has, of the products whose variants have different ones. An attribute
 * of the product that goes by an option's name counts as every variant's, unless its value is one
 * that some variant has chosen.
 */
public final class OptionRows {
  /** Stands behind the options of each variant. */
  public static final int END = -1;

  private static final int[] NONE = {};

  private final List<int[]> said = new ArrayList<>();
  private int[] rows = new int[16];
  private int[] values = new int[16];
  private int size;

  /** Numbers of options by name and value as they are written. */
  private final Map<String, Map<String, Integer>> known = new HashMap<>();

  private final Map<Integer, Integer> optionOf = new HashMap<>();

  private OptionRows() {}

  /**
   * @param number of a value in the field of a name, negative for one that is not looked for
   */
  public static OptionRows of(CatalogSnapshot catalog, ToIntBiFunction<String, String> number) {
    OptionRows all = new OptionRows();
    for (int row = 0; row < catalog.size(); row++) {
      Product product = catalog.at(row);
      if (product.variants().size() > 1 && differ(product.variants())) {
        all.add(row, product, number);
      }
    }
    all.rows = Arrays.copyOf(all.rows, all.said.size());
    all.known.clear();
    all.optionOf.clear();
    return all;
  }

  private static boolean differ(List<Variant> variants) {
    Map<String, String> first = variants.get(0).options();
    return variants.stream().anyMatch(variant -> !variant.options().equals(first));
  }

  private void add(int row, Product product, ToIntBiFunction<String, String> number) {
    Set<String> names = new LinkedHashSet<>();
    Set<Integer> chosen = new LinkedHashSet<>();
    List<Set<Integer>> own = new ArrayList<>();
    for (Variant variant : product.variants()) {
      Set<Integer> options = new LinkedHashSet<>();
      variant.options().forEach((name, value) -> options.add(option(name, value, number)));
      own.add(options);
      chosen.addAll(options);
      names.addAll(variant.options().keySet());
    }
    Set<Integer> shared = new LinkedHashSet<>();
    for (Attribute attribute : product.attributes()) {
      if (names.stream().anyMatch(attribute.name()::equalsIgnoreCase)) {
        attribute.values().forEach(value -> shared.add(option(attribute.name(), value, number)));
      }
    }
    shared.removeAll(chosen);
    List<Integer> packed = new ArrayList<>();
    for (Set<Integer> options : own) {
      options.addAll(shared);
      options.stream().filter(option -> option >= 0).forEach(packed::add);
      packed.add(END);
    }
    if (said.size() == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    rows[said.size()] = row;
    said.add(packed.stream().mapToInt(Integer::intValue).toArray());
  }

  private int option(String name, String value, ToIntBiFunction<String, String> number) {
    return known
        .computeIfAbsent(name, any -> new HashMap<>())
        .computeIfAbsent(value, any -> option(number.applyAsInt(name, value)));
  }

  private int option(int value) {
    return value < 0 ? END : optionOf.computeIfAbsent(value, this::next);
  }

  private int next(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size] = value;
    return size++;
  }

  /** How many different options there are. */
  public int size() {
    return size;
  }

  /** The number of the option's value in its field. */
  public int value(int option) {
    return values[option];
  }

  /** The rows whose variants differ, in ascending order; not to be changed. */
  public int[] rows() {
    return rows;
  }

  /**
   * The options of the row's variants, {@link #END} behind those of each, in the variants' order;
   * nothing where they do not differ. Not to be changed.
   */
  public int[] of(int row) {
    int place = Arrays.binarySearch(rows, row);
    return place < 0 ? NONE : said.get(place);
  }
}
