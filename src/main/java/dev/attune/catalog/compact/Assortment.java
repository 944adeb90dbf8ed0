package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is asked of a whole catalog again and again, counted once for a version: the first who asks
 * walks over the products, for a million of them some tens of milliseconds.
 */
public final class Assortment {
  /** As many of the newest products as any list draws from. */
  public static final int NEWEST = 200;

  private static final Comparator<Product> LAST_FIRST =
      Comparator.comparing(Product::addedAt)
          .reversed()
          .thenComparing(product -> product.id().value());

  private final CatalogSnapshot catalog;
  private final List<Product> newest;
  private final Set<String> brands;
  private final Map<CategoryId, Integer> priced = new ConcurrentHashMap<>();

  public Assortment(CatalogSnapshot catalog) {
    this.catalog = catalog;
    PriorityQueue<Product> latest = new PriorityQueue<>(LAST_FIRST.reversed());
    Set<String> named = new HashSet<>();
    for (Product product : catalog.products()) {
      if (product.brand() != null) {
        named.add(product.brand());
      }
      if (product.forSale()) {
        latest.add(product);
        if (latest.size() > NEWEST) {
          latest.poll();
        }
      }
    }
    this.newest = latest.stream().sorted(LAST_FIRST).toList();
    this.brands = Set.copyOf(named);
  }

  /** What came in last and can be bought, the last first; at most {@link #NEWEST}. */
  public List<Product> newest() {
    return newest;
  }

  /** Whether any product is of this brand. */
  public boolean hasBrand(String brand) {
    return brands.contains(brand);
  }

  /** Products in the category and below it that have a price. */
  public int pricedIn(CategoryId category) {
    return priced.computeIfAbsent(
        category, id -> (int) catalog.productsIn(id).stream().filter(Product::priced).count());
  }
}
