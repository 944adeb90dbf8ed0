package dev.attune.bench.scale;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Picture;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A snapshot of many products, with what is shared that is shared when it is read from a store. */
final class ManyProductsSnapshot {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<Object, Object> shared = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();

  static CatalogSnapshot of(ManyProducts many, int n) {
    ManyProductsSnapshot made = new ManyProductsSnapshot();
    List<Product> products = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      products.add(made.product(many.row(i)));
    }
    return new CatalogSnapshot("1", products, List.copyOf(made.categories.values()));
  }

  private Product product(Map<String, String> row) {
    String id = row.getOrDefault("id", "");
    String title = row.getOrDefault("title", "");
    @Nullable String description = row.get("description");
    @Nullable String brand = row.get("brand");
    @Nullable String image = row.get("image_link");
    String[] price = row.getOrDefault("price", "").split(" ");
    Variant variant =
        new Variant(
            new String(id),
            new String(id),
            "",
            price.length == 2 ? Money.of(new BigDecimal(price[0]), USD) : null,
            null,
            null,
            row.containsKey("quantity") ? Integer.valueOf(row.get("quantity")) : null,
            Availability.parse(row.getOrDefault("availability", "in_stock"))
                .orElse(Availability.IN_STOCK),
            Map.of(),
            image == null ? null : new Picture(new String(image), title),
            row.get("gtin"));
    return new Product(
        new ProductId(id),
        handle(title + " " + id),
        title,
        description == null ? null : new String(description),
        brand == null ? null : one(brand),
        List.of(category(row.getOrDefault("product_type", "Other"))),
        List.of(),
        attributes(row.getOrDefault("product_detail", "")),
        image == null ? List.of() : List.of(new Picture(new String(image), title)),
        row.get("link"),
        List.of(variant),
        List.of(),
        OPENED);
  }

  private List<Attribute> attributes(String details) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    int at = 0;
    while (at < details.length()) {
      int next = details.indexOf(",General:", at);
      int end = next < 0 ? details.length() : next;
      int name = details.indexOf(':', at) + 1;
      int value = details.indexOf(':', name) + 1;
      if (name > 0 && value > name && value < end) {
        put(attributes, details.substring(name, value - 1), details.substring(value, end));
      }
      at = end + 1;
    }
    return List.copyOf(attributes.values());
  }

  private void put(Map<String, Attribute> attributes, String called, String value) {
    String label = one(called);
    String name =
        names.computeIfAbsent(label, any -> any.toLowerCase(Locale.ROOT).replace(' ', '_'));
    attributes.put(name, one(new Attribute(name, label, List.of(one(value)))));
  }

  private CategoryId category(String path) {
    @Nullable CategoryId parent = null;
    List<String> titles = new ArrayList<>();
    CategoryId last = new CategoryId("other");
    for (String title : path.split(">")) {
      titles.add(title.strip());
      last = new CategoryId(handle(String.join("-", titles)));
      CategoryId id = last;
      @Nullable CategoryId above = parent;
      last =
          categories
              .computeIfAbsent(
                  id.value(),
                  any -> new Category(id, title.strip(), above, List.copyOf(titles), List.of()))
              .id();
      parent = last;
    }
    return last;
  }

  private static String handle(String text) {
    return "c" + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @SuppressWarnings("unchecked") // equal values of these final types have one class
  private <T> T one(T value) {
    Object first = shared.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }
}
