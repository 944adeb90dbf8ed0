package dev.attune.search.listing;

import java.util.List;

/**
 * Which part of a list is wanted, in which order.
 *
 * @param bounds what the list itself is narrowed to, whatever the shopper chooses: facets count
 *     within them
 * @param offset how many of the first are passed over
 * @param first how many come back at most
 */
public record Wish(
    List<Filter> filters, List<Filter> bounds, ProductSort sort, int offset, int first) {
  public Wish {
    filters = List.copyOf(filters);
    bounds = List.copyOf(bounds);
    if (offset < 0 || first < 0) {
      throw new IllegalArgumentException("Offset and first are not negative");
    }
  }

  /** Without bounds. */
  public Wish(List<Filter> filters, ProductSort sort, int offset, int first) {
    this(filters, List.of(), sort, offset, first);
  }
}
