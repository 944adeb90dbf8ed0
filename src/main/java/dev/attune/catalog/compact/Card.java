package dev.attune.catalog.compact;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
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
 */
public record Card(
    GlobalId id,
    int leaf,
    @Nullable String brand,
    boolean forSale,
    double price,
    double margin,
    long addedAt,
    float pieces) {

  static Card of(Product product, int leaf) {
    return new Card(
        new GlobalId(NodeType.PRODUCT, product.id().value()),
        leaf,
        product.brand(),
        product.forSale(),
        price(product),
        product.margin(),
        product.addedAt().getEpochSecond(),
        pieces(product));
  }

  /** Whether it has a price at all. */
  public boolean priced() {
    return price >= 0;
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
