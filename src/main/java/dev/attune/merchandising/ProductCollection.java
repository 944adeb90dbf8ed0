package dev.attune.merchandising;

import java.util.List;

/**
 * Products that a merchant put together.
 *
 * @param products product ids in the merchant's order
 * @param version counts its writes, for optimistic locking
 */
public record ProductCollection(
    String id, String handle, String title, List<String> products, int version)
    implements Kind.Draftable {
  public ProductCollection {
    products = List.copyOf(products);
    if (id.isBlank() || handle.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A collection needs an id, a handle and a title");
    }
  }
}
