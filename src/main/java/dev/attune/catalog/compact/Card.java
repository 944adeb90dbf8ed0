package dev.attune.catalog.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every list asks of a product, side by side: the product itself is spread over a dozen
 * objects, and a list looks at hundreds of products.
 *
 * @param leaf the number of its main category among {@link Assortment#leaves}, -1 without one
 * @param price the lowest over all variants that have one, in minor units; below 0 where none has
 * @param margin as {@link Product#margin}
 * @param addedAt in seconds since 1970
 * @param pieces in stock over all variants, NaN where the shop does not say for each
 * @param people whom it is made for, a bit for each kind that it says; 0 where it says nothing
 */
public record Card(
    GlobalId id,
    int leaf,
    @Nullable String brand,
    boolean forSale,
    double price,
    double margin,
    long addedAt,
    float pieces,
    byte people) {
  private static final int WOMEN = 1;
  private static final int MEN = 2;
  private static final int ADULTS = 4;
  private static final int CHILDREN = 8;

  static Card of(Product product, int leaf) {
    return new Card(
        new GlobalId(NodeType.PRODUCT, product.id().value()),
        leaf,
        product.brand(),
        product.forSale(),
        price(product),
        product.margin(),
        product.addedAt().getEpochSecond(),
        pieces(product),
        people(product));
  }

  /** Whether it has a price at all. */
  public boolean priced() {
    return price >= 0;
  }

  /** Whether one is made for women and the other for men, or one for adults, the other not. */
  public boolean isForOthersThan(Card other) {
    return differ(WOMEN | MEN, other) || differ(ADULTS | CHILDREN, other);
  }

  private boolean differ(int kinds, Card other) {
    return (people & kinds) != 0
        && (other.people & kinds) != 0
        && (people & other.people & kinds) == 0;
  }

  /** By {@code gender} and {@code age_group} as Google Merchant has them. */
  private static byte people(Product product) {
    int people = 0;
    for (Attribute attribute : product.attributes()) {
      boolean gender = attribute.name().equalsIgnoreCase("gender");
      if (gender || attribute.name().equalsIgnoreCase("age_group")) {
        for (String value : attribute.values()) {
          people |= gender ? gender(value) : age(value);
        }
      }
    }
    return (byte) people;
  }

  private static int gender(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "female" -> WOMEN;
      case "male" -> MEN;
      case "unisex" -> WOMEN | MEN;
      default -> 0;
    };
  }

  private static int age(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "adult" -> ADULTS;
      case "newborn", "infant", "toddler", "kids" -> CHILDREN;
      default -> 0;
    };
  }

  private static float pieces(Product product) {
    float pieces = 0;
    for (Variant variant : product.variants()) {
      @Nullable Integer quantity = variant.quantity();
      pieces += quantity == null ? Float.NaN : quantity;
    }
    return pieces;
  }

  private static double price(Product product) {
    return product.lowestPrice().map(Money::minor).orElse(-1L);
  }
}
