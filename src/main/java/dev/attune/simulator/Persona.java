package dev.attune.simulator;

import java.util.Map;

/**
 * A kind of shopper.
 *
 * @param name what to call it, unique among the planted
 * @param categoryWeights how often a visit is about a top category, relative to the others; a
 *     category that is not listed is never sought
 * @param brandLoyalty how many times likelier a favourite brand is clicked, at least 1
 * @param pricePosition the price level they feel at home with, 0 (cheapest of a category) to 1
 */
public record Persona(
    String name, Map<String, Double> categoryWeights, double brandLoyalty, double pricePosition) {
  public Persona {
    categoryWeights = Map.copyOf(categoryWeights);
    if (categoryWeights.isEmpty() || categoryWeights.values().stream().anyMatch(w -> w <= 0)) {
      throw new IllegalArgumentException("weights must be positive: " + name);
    }
    if (brandLoyalty < 1) {
      throw new IllegalArgumentException("brandLoyalty below 1: " + brandLoyalty);
    }
    if (pricePosition < 0 || pricePosition > 1) {
      throw new IllegalArgumentException("pricePosition outside 0..1: " + pricePosition);
    }
  }

  /** The category with the largest weight; of equals, the first by name. */
  public String topCategory() {
    return categoryWeights.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .orElseThrow()
        .getKey();
  }
}
