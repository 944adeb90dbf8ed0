package dev.attune.merchandising.condition;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a condition may ask of a product. */
public enum ProductField {
  ID("id", SimpleType.STRING, seen -> seen.product().id().value()),
  TITLE("title", SimpleType.STRING, seen -> seen.product().title()),
  /** Blank without one. */
  BRAND("brand", SimpleType.STRING, seen -> text(seen.product().brand())),
  /** Handles of its categories and of all above them. */
  CATEGORIES("categories", ListType.create(SimpleType.STRING), Seen::categories),
  TAGS("tags", ListType.create(SimpleType.STRING), seen -> seen.product().tags()),
  /** Values by attribute name. */
  ATTRIBUTES(
      "attributes",
      MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)),
      Seen::attributes),
  /** The lowest, in the market's currency, in major units. */
  PRICE("price", SimpleType.DOUBLE, Seen::price),
  /** What that price is in, ISO 4217; blank without one. */
  CURRENCY("currency", SimpleType.STRING, Seen::currency),
  /** How much of the regular price is off, 0 to 1. */
  DISCOUNT("discount", SimpleType.DOUBLE, Seen::discount),
  /** What is left of the price after the cost, 0 to 1; 0 without a cost. */
  MARGIN("margin", SimpleType.DOUBLE, seen -> seen.product().margin()),
  /** Pieces over all variants; -1 where the shop does not say. */
  STOCK("stock", SimpleType.INT, Seen::stock),
  FOR_SALE("for_sale", SimpleType.BOOL, seen -> seen.product().forSale()),
  /** Whole days since the shop first had it. */
  AGE_DAYS(
      "age_days",
      SimpleType.INT,
      seen -> Duration.between(seen.product().addedAt(), seen.now()).toDays());

  private static final Map<String, ProductField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.name, one -> one));

  private final String name;
  private final CelType type;
  private final Function<Seen, Object> value;

  ProductField(String name, CelType type, Function<Seen, Object> value) {
    this.name = "product." + name;
    this.type = type;
    this.value = value;
  }

  /** A product in its catalog at an instant. */
  private record Seen(Product product, CatalogSnapshot catalog, Instant now) {
    List<String> categories() {
      return product.categories().stream()
          .flatMap(leaf -> catalog.lineage(leaf).stream())
          .map(CategoryId::value)
          .distinct()
          .toList();
    }

    Map<String, List<String>> attributes() {
      return product.attributes().stream()
          .collect(Collectors.toMap(Attribute::name, Attribute::values, (one, other) -> one));
    }

    double price() {
      return product.lowestPrice().map(Seen::major).orElse(0.0);
    }

    String currency() {
      return product.lowestPrice().map(price -> price.currency().getCurrencyCode()).orElse("");
    }

    double discount() {
      double most = 0;
      for (Variant variant : product.variants()) {
        @Nullable Money price = variant.price();
        @Nullable Money regular = variant.compareAt();
        if (price != null && regular != null && regular.minor() > 0) {
          most = Math.max(most, 1 - (double) price.minor() / regular.minor());
        }
      }
      return most;
    }

    long stock() {
      long pieces = 0;
      for (Variant variant : product.variants()) {
        @Nullable Integer quantity = variant.quantity();
        if (quantity == null) {
          return -1;
        }
        pieces += quantity;
      }
      return pieces;
    }

    private static double major(Money money) {
      return money.amount().doubleValue();
    }
  }

  /** What is known of this product. */
  public static Facts of(Product product, CatalogSnapshot catalog, Instant now) {
    Seen seen = new Seen(product, catalog, now);
    return field -> {
      @Nullable ProductField known = BY_NAME.get(field);
      return known == null ? null : known.value.apply(seen);
    };
  }

  /** As a condition names it, {@code product.brand}. */
  public String field() {
    return name;
  }

  CelType type() {
    return type;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
