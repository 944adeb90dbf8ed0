package dev.attune.simulator;

import java.math.BigDecimal;
import java.util.List;

/**
 * A thing that simulated shoppers can buy.
 *
 * @param id the product's id, shared by its variants
 * @param sku the variant that is bought
 * @param categoryPath from the top category down, at least one name
 * @param price what one costs, in major units of the currency
 * @param currency ISO 4217 code
 */
public record SimulatedProduct(
    String id,
    String sku,
    String title,
    List<String> categoryPath,
    String brand,
    BigDecimal price,
    String currency) {
  public SimulatedProduct {
    categoryPath = List.copyOf(categoryPath);
    if (categoryPath.isEmpty()) {
      throw new IllegalArgumentException("product without a category: " + id);
    }
    if (price.signum() <= 0) {
      throw new IllegalArgumentException("price must be positive: " + id + " " + price);
    }
  }

  String topCategory() {
    return categoryPath.get(0);
  }

  String category() {
    return String.join(" > ", categoryPath);
  }
}
