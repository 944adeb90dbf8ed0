package dev.attune.search.listing;

import dev.attune.catalog.Product;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** How a list of products is ordered; the product id breaks ties. */
public enum ProductSort {
  /** As handed in: the shop's order, or a search's ranking. */
  FEATURED,
  /** As handed in. */
  RELEVANCE,
  PRICE_ASC,
  PRICE_DESC,
  NEWEST,
  BESTSELLING;

  /** Whether the order in which products come in is kept. */
  boolean keepsOrder() {
    return this == FEATURED || this == RELEVANCE;
  }

  Comparator<Product> comparator(
      ToDoubleFunction<Product> price, ToDoubleFunction<Product> demand) {
    Comparator<Product> order =
        switch (this) {
          case FEATURED, RELEVANCE -> (a, b) -> 0;
          case PRICE_ASC -> Comparator.comparingDouble(price);
          case PRICE_DESC -> Comparator.comparingDouble(price).reversed();
          case NEWEST -> Comparator.comparing(Product::addedAt).reversed();
          case BESTSELLING -> Comparator.comparingDouble(demand).reversed();
        };
    return keepsOrder() ? order : order.thenComparing(Product::id);
  }
}
