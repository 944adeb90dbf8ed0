package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came in last and can be bought, with some more in reserve, so that a few that are sold out
 * do not cost a walk over all products.
 *
 * @param known in their order; with everything that stands before the floor
 * @param floor the last that was looked for, null where nothing else can be bought
 */
record Newest(List<Product> known, @Nullable Product floor) {
  private static final int KEPT = 2 * Assortment.NEWEST;

  private static final Comparator<Product> LAST_FIRST =
      Comparator.comparing(Product::addedAt)
          .reversed()
          .thenComparing(product -> product.id().value());

  Newest {
    known = List.copyOf(known);
  }

  /** Chosen while products come in, in any order. */
  static final class Choosing {
    private final PriorityQueue<Product> latest = new PriorityQueue<>(LAST_FIRST.reversed());
    private boolean left;

    void add(Product product) {
      if (latest.size() == KEPT) {
        left = true;
        if (LAST_FIRST.compare(product, latest.peek()) >= 0) {
          return;
        }
        latest.poll();
      }
      latest.add(product);
    }

    Newest done() {
      return new Newest(
          latest.stream().sorted(LAST_FIRST).toList(), left ? latest.element() : null);
    }
  }

  private static Newest of(CatalogSnapshot catalog) {
    Choosing choosing = new Choosing();
    for (Product product : catalog.products()) {
      if (product.forSale()) {
        choosing.add(product);
      }
    }
    return choosing.done();
  }

  /** Those of a later version of the catalog, in which these products are others. */
  Newest after(CatalogSnapshot later, Set<ProductId> changed) {
    List<Product> next = new ArrayList<>(known);
    next.removeIf(product -> changed.contains(product.id()));
    changed.stream()
        .flatMap(id -> later.product(id).stream())
        .filter(Product::forSale)
        .filter(product -> floor == null || LAST_FIRST.compare(product, floor) <= 0)
        .forEach(next::add);
    if (next.size() < Assortment.NEWEST && floor != null) {
      return of(later);
    }
    next.sort(LAST_FIRST);
    return next.size() <= 2 * KEPT
        ? new Newest(next, floor)
        : new Newest(next.subList(0, KEPT), next.get(KEPT - 1));
  }

  /** The first of them. */
  List<Product> first(int most) {
    return known.subList(0, Math.min(most, known.size()));
  }

  /** Where products stand. */
  static Ordinals places(Collection<Product> products, CatalogSnapshot catalog) {
    return Ordinals.of(
        products.stream().mapToInt(product -> catalog.ordinal(product.id())).toArray());
  }
}
