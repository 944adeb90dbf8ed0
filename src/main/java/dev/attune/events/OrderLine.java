package dev.attune.events;

import dev.attune.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product in a cart or an order.
 *
 * @param product the product's id, or the sku where the client sent nothing else
 * @param quantity at least 1
 * @param price for one piece
 */
public record OrderLine(String product, @Nullable String sku, int quantity, @Nullable Money price) {
  public OrderLine {
    if (product.isBlank() || quantity < 1) {
      throw new IllegalArgumentException("A line needs a product and a quantity of at least 1");
    }
  }
}
