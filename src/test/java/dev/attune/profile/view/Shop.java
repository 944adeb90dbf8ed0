package dev.attune.profile.view;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small shop with two departments, and the settings as they come. */
public final class Shop {
  private static final CategoryId MUSIC = new CategoryId("instruments");
  private static final CategoryId STRINGS = new CategoryId("instruments-strings");
  private static final CategoryId DRUMS = new CategoryId("instruments-drums");
  private static final CategoryId HOME = new CategoryId("home");

  private Shop() {}

  /** Guitars g1 and g2, drum d1, vase v1, and as many more vases of long names as wanted. */
  public static CatalogSnapshot catalog(int more) {
    List<Product> products = new ArrayList<>();
    products.add(product("g1", STRINGS, "Fender", "red"));
    products.add(product("g2", STRINGS, "Gibson", "black"));
    products.add(product("d1", DRUMS, "Pearl", "red"));
    products.add(product("v1", HOME, "Rosenthal", "white"));
    for (int i = 0; i < more; i++) {
      products.add(product(id(i), HOME, "A maker of fine \"vases\" " + i % 40, "color " + i % 30));
    }
    List<Category> categories =
        List.of(
            new Category(MUSIC, "Instruments", null, List.of("Instruments"), List.of()),
            new Category(STRINGS, "Strings", MUSIC, List.of("Instruments", "Strings"), List.of()),
            new Category(DRUMS, "Drums", MUSIC, List.of("Instruments", "Drums"), List.of()),
            new Category(HOME, "Home", null, List.of("Home"), List.of()));
    return new CatalogSnapshot("1", products, categories);
  }

  /** The id of one of the many vases, as long as the longest in Google's feeds. */
  static String id(int number) {
    return "vase-" + "0123456789".repeat(4) + String.format("%05d", number);
  }

  /** Everything as it is when nobody has set anything. */
  public static ProfileSettings settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(ProfileSettings.class)
        .build()
        .getConfigMapping(ProfileSettings.class);
  }

  private static Product product(String id, CategoryId category, String brand, String color) {
    Variant variant =
        new Variant(
            "sku-" + id,
            "sku-" + id,
            id,
            null,
            null,
            null,
            null,
            Availability.IN_STOCK,
            Map.of(),
            null,
            null);
    return new Product(
        new ProductId(id),
        id,
        id,
        null,
        brand,
        List.of(category),
        List.of(),
        List.of(new Attribute("color", "Color", List.of(color))),
        List.of(),
        null,
        List.of(variant),
        List.of(),
        Instant.EPOCH);
  }
}
