package dev.attune.models.demand;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How dear each product is for its category: its mid-rank among the category's prices, 0 for the
 * cheapest and 1 for the dearest. A category of few products is ranked with the one above it.
 */
public final class PriceLevels {
  /** Nothing is known of any product. */
  public static final PriceLevels NONE = new PriceLevels(ProductOrdinals.NONE, new float[0]);

  /** Among fewer prices a rank says little. */
  private static final int FEW = 5;

  private final ProductOrdinals products;
  private final float[] levels;

  private PriceLevels(ProductOrdinals products, float[] levels) {
    this.products = products;
    this.levels = levels;
  }

  public static PriceLevels of(ProductOrdinals products) {
    CatalogSnapshot catalog = products.catalog();
    Map<CategoryId, long[]> prices = new HashMap<>();
    float[] levels = new float[products.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(catalog, products.product(i), prices);
    }
    return new PriceLevels(products, levels);
  }

  /** The same as of its id, by a product's number in {@link ProductOrdinals}; NaN for empty. */
  public double of(int number) {
    return number < 0 || number >= levels.length ? Double.NaN : levels[number];
  }

  /** Empty for an unknown product, one without a price, and one among too few. */
  public OptionalDouble of(ProductId product) {
    int ordinal = levels.length == 0 ? -1 : products.of(product);
    return ordinal < 0 || Float.isNaN(levels[ordinal])
        ? OptionalDouble.empty()
        : OptionalDouble.of(levels[ordinal]);
  }

  private static float level(
      CatalogSnapshot catalog, Product product, Map<CategoryId, long[]> prices) {
    if (!product.priced() || product.mainCategory().isEmpty()) {
      return Float.NaN;
    }
    for (CategoryId category : catalog.lineage(product.mainCategory().get())) {
      long[] sorted = prices.computeIfAbsent(category, id -> sorted(catalog, id));
      if (sorted.length >= FEW) {
        return midRank(sorted, minor(product));
      }
    }
    return Float.NaN;
  }

  private static long[] sorted(CatalogSnapshot catalog, CategoryId category) {
    return catalog.productsIn(category).stream()
        .filter(Product::priced)
        .mapToLong(PriceLevels::minor)
        .sorted()
        .toArray();
  }

  private static long minor(Product product) {
    return product.lowestPrice().map(money -> money.minor()).orElse(0L);
  }

  /** In the middle of those that cost the same. */
  private static float midRank(long[] sorted, long price) {
    int below = below(sorted, price);
    int notAbove = below(sorted, price + 1);
    return (float) ((below + (notAbove - 1)) / 2.0 / (sorted.length - 1));
  }

  /** How many are lower. */
  private static int below(long[] sorted, long price) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < price) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
