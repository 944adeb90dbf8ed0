package dev.attune.catalog.shelf;

import dev.attune.catalog.Availability;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of a variant there are.
 *
 * @param sku the variant's id
 * @param quantity null where the shop does not count it
 * @param availability null to let the quantity decide: none left is out of stock, some are in
 *     stock, and what can be ordered ahead stays so
 */
public record StockLine(
    String sku, @Nullable Integer quantity, @Nullable Availability availability) {
  public StockLine {
    if (quantity == null && availability == null) {
      throw new IllegalArgumentException("A line of stock says a quantity or an availability");
    }
  }
}
