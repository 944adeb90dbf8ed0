package dev.attune.graphql.feed;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.DecisionContext;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Products that a feed has not shown yet, without a walk over the catalog. */
final class FeedPool {
  /** So many products of one category are looked at, whatever its size. */
  private static final int LOOKED_AT = 2_000;

  /** How many of the visit's categories are looked into. */
  private static final int CATEGORIES = 3;

  private FeedPool() {}

  /** Of what the visit is about, then of all, begun at another place on each page. */
  static List<ProductId> of(DecisionContext page, FeedCursor cursor, int wanted) {
    Set<ProductId> pool = new LinkedHashSet<>();
    if (cursor.seen().isFull()) {
      return List.of();
    }
    page.profile().session().stream()
        .filter(affinity -> affinity.dimension() == Dimension.CATEGORY)
        .map(Affinity::value)
        .limit(CATEGORIES)
        .forEach(category -> take(page.catalog(), category, cursor, wanted, pool));
    List<Product> all = page.catalog().products();
    int start = all.isEmpty() ? 0 : Math.floorMod(begin(cursor), all.size());
    int enough = pool.size() + 2 * wanted;
    for (int i = 0; i < all.size() && pool.size() < enough; i++) {
      take(all.get((start + i) % all.size()), cursor, pool);
    }
    return new ArrayList<>(pool);
  }

  private static void take(
      CatalogSnapshot catalog,
      String category,
      FeedCursor cursor,
      int wanted,
      Set<ProductId> pool) {
    List<Product> products = catalog.productsIn(new CategoryId(category));
    int enough = pool.size() + wanted;
    for (int i = 0; i < Math.min(LOOKED_AT, products.size()) && pool.size() < enough; i++) {
      take(products.get(i), cursor, pool);
    }
  }

  private static void take(Product product, FeedCursor cursor, Set<ProductId> pool) {
    if (product.forSale()
        && product.priced()
        && !cursor.seen().has(new GlobalId(NodeType.PRODUCT, product.id().value()))) {
      pool.add(product.id());
    }
  }

  private static int begin(FeedCursor cursor) {
    return (cursor.feed() + cursor.seen().hashes().length) * 0x9E3779B9;
  }
}
