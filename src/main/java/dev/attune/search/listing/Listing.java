package dev.attune.search.listing;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Narrows, orders, counts and cuts lists of products of one catalog. */
public final class Listing {
  private final FieldTable table;

  public Listing(FieldTable table) {
    this.table = table;
  }

  /**
   * A page of an explicit list, such as a category's products in their personal order. Products
   * without a price and unknown ones drop out.
   *
   * @param bestselling demand for a product, whatever its unit, for {@link ProductSort#BESTSELLING}
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public Page page(List<ProductId> products, Wish wish, ToDoubleFunction<ProductId> bestselling) {
    return pageOfHits(products.stream().map(id -> new Hit(id, 0)).toList(), wish, bestselling);
  }

  /** As {@link #page}, over hits with scores, the best first. */
  public Page pageOfHits(List<Hit> hits, Wish wish, ToDoubleFunction<ProductId> bestselling) {
    Sieve sieve = new Sieve(table, wish.filters());
    FacetCounts facets = new FacetCounts(table, sieve);
    List<Hit> passing = new ArrayList<>();
    for (Hit hit : hits) {
      int row = table.row(hit.product());
      int failing = row < 0 ? Sieve.FAILS : sieve.failing(row);
      if (failing != Sieve.FAILS) {
        facets.count(row, failing);
      }
      if (failing == Sieve.PASSES) {
        passing.add(hit);
      }
    }
    if (!wish.sort().keepsOrder()) {
      passing.sort(Comparator.comparing(this::product, order(wish.sort(), bestselling)));
    }
    int from = Math.min(wish.offset(), passing.size());
    int to = (int) Math.min((long) from + wish.first(), passing.size());
    return new Page(passing.subList(from, to), passing.size(), facets.facets());
  }

  private Comparator<Product> order(ProductSort sort, ToDoubleFunction<ProductId> bestselling) {
    return sort.comparator(
        product -> table.price(table.row(product.id())),
        product -> bestselling.applyAsDouble(product.id()));
  }

  private Product product(Hit hit) {
    return table.product(table.row(hit.product()));
  }
}
