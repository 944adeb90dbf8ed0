package dev.attune.search.listing;

import java.util.List;

/**
 * Which part of a list is wanted, in which order.
 *
 * @param offset how many of the first are passed over
 * @param first how many come back at most
 */
public record Wish(List<Filter> filters, ProductSort sort, int offset, int first) {
  public Wish {
    filters = List.copyOf(filters);
    if (offset < 0 || first < 0) {
      throw new IllegalArgumentException("Offset and first are not negative");
    }
  }
}
