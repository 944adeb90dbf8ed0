package dev.attune;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a small catalog down in a few lines. */
public final class SampleCatalog {
  private static final Instant ADDED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Currency USD = Currency.getInstance("USD");

  private final List<Product> products = new ArrayList<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();

  /** Starts a product; {@link Draft#add} puts it into the catalog. */
  public Draft product(String id, String title) {
    return new Draft(id, title);
  }

  public CatalogSnapshot snapshot(String version) {
    return new CatalogSnapshot(version, products, List.copyOf(categories.values()));
  }

  private CategoryId category(String path) {
    @Nullable CategoryId parent = null;
    List<String> titles = new ArrayList<>();
    for (String title : path.split(">")) {
      titles.add(title.strip());
      String id = String.join("-", titles).toLowerCase(Locale.ROOT).replace(' ', '-');
      CategoryId above = parent;
      categories.computeIfAbsent(
          id,
          any ->
              new Category(
                  new CategoryId(id), title.strip(), above, List.copyOf(titles), List.of()));
      parent = new CategoryId(id);
    }
    return Objects.requireNonNull(parent);
  }

  /** A product being written down. */
  public final class Draft {
    private final String id;
    private final String title;
    private final List<CategoryId> in = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private @Nullable String brand;
    private @Nullable String description;
    private @Nullable String price = "10.00";
    private Availability availability = Availability.IN_STOCK;
    private Instant addedAt = ADDED;

    private Draft(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** Titles from the root down, {@code Garden > Chairs}. */
    public Draft in(String path) {
      in.add(category(path));
      return this;
    }

    public Draft brand(@Nullable String name) {
      brand = name;
      return this;
    }

    public Draft text(@Nullable String text) {
      description = text;
      return this;
    }

    public Draft price(@Nullable String dollars) {
      price = dollars;
      return this;
    }

    public Draft soldOut() {
      availability = Availability.OUT_OF_STOCK;
      return this;
    }

    public Draft addedAt(Instant at) {
      addedAt = at;
      return this;
    }

    public Draft with(String name, String... values) {
      attributes.add(new Attribute(name, name, List.of(values)));
      return this;
    }

    public SampleCatalog add() {
      @Nullable Money money = price == null ? null : Money.of(new BigDecimal(price), USD);
      Variant variant =
          new Variant(
              id + "-v",
              id + "-sku",
              title,
              money,
              null,
              null,
              null,
              availability,
              Map.of(),
              null,
              null);
      products.add(
          new Product(
              new ProductId(id),
              id,
              title,
              description,
              brand,
              in,
              List.of(),
              attributes,
              List.of(),
              null,
              List.of(variant),
              List.of(),
              addedAt));
      return SampleCatalog.this;
    }
  }
}
