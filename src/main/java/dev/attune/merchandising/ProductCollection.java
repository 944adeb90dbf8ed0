package dev.attune.merchandising;

import java.util.List;

/**
 * Products that a merchant put together.
 *
 * @param products product ids in the merchant's order
 */
public record ProductCollection(String id, String handle, String title, List<String> products) {
  public ProductCollection {
    products = List.copyOf(products);
  }
}
