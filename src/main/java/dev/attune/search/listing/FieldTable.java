package dev.attune.search.listing;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalog's priced products as a table of numbers: for each the numbers of the values that it has
 * in any field, so that filtering and counting touch no text.
 */
public final class FieldTable {
  static final String CATEGORY = "category";
  static final String BRAND = "brand";
  static final String PRICE = "price";
  static final String AVAILABLE = "available";

  private final List<Product> products = new ArrayList<>();
  private final Map<ProductId, Integer> rows = new HashMap<>();
  private final Map<String, Integer> fields = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<FieldValue> values = new ArrayList<>();
  private final Map<String, Integer> valueNumbers = new HashMap<>();
  private final List<int[]> valuesOf = new ArrayList<>();
  private final List<Double> prices = new ArrayList<>();

  public FieldTable(CatalogSnapshot catalog) {
    field(CATEGORY, "Category");
    field(BRAND, "Brand");
    field(PRICE, "Price");
    field(AVAILABLE, "Available");
    for (Product product : catalog.products()) {
      product
          .lowestPrice()
          .ifPresent(
              price -> {
                rows.put(product.id(), products.size());
                products.add(product);
                prices.add(price.amount().doubleValue());
                valuesOf.add(values(product, catalog));
              });
    }
    valueNumbers.clear();
  }

  private int[] values(Product product, CatalogSnapshot catalog) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (CategoryId leaf : product.categories()) {
      for (CategoryId id : catalog.lineage(leaf)) {
        String title = catalog.category(id).map(Category::title).orElse(id.value());
        numbers.add(value(field(CATEGORY, "Category"), id.value(), title));
      }
    }
    if (product.brand() != null) {
      numbers.add(value(field(BRAND, "Brand"), product.brand(), product.brand()));
    }
    String available = product.forSale() ? "true" : "false";
    numbers.add(value(field(AVAILABLE, "Available"), available, available));
    for (Attribute attribute : product.attributes()) {
      int field = field(attribute.name(), attribute.label());
      attribute.values().forEach(value -> numbers.add(value(field, value, value)));
    }
    for (Variant variant : product.variants()) {
      variant
          .options()
          .forEach((name, chosen) -> numbers.add(value(field(name, name), chosen, chosen)));
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private int field(String name, String label) {
    String key = FieldValue.key(name);
    @Nullable Integer known = fields.get(key);
    if (known == null) {
      known = fields.size();
      fields.put(key, known);
      names.add(key);
      labels.add(label);
    }
    return known;
  }

  private int value(int field, String value, String label) {
    return valueNumbers.computeIfAbsent(
        field + "=" + FieldValue.key(value),
        any -> {
          values.add(FieldValue.of(field, value, label));
          return values.size() - 1;
        });
  }

  public int size() {
    return products.size();
  }

  public Product product(int row) {
    return products.get(row);
  }

  /** The product's row, -1 for one that the table does not have. */
  public int row(ProductId id) {
    @Nullable Integer row = rows.get(id);
    return row == null ? -1 : row;
  }

  /** The lowest price in major units. */
  double price(int row) {
    return prices.get(row);
  }

  int[] valuesOf(int row) {
    return valuesOf.get(row);
  }

  /** Every value; its place is its number. */
  List<FieldValue> values() {
    return values;
  }

  int fieldCount() {
    return labels.size();
  }

  /** The field's number, -1 for one that no product has. */
  int field(String name) {
    return fields.getOrDefault(FieldValue.key(name), -1);
  }

  /** The field's name, lower case. */
  String fieldName(int field) {
    return names.get(field);
  }

  String label(int field) {
    return labels.get(field);
  }
}
