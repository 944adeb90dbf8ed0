package dev.attune.models;

import dev.attune.catalog.ProductId;

/**
 * A product with a score.
 *
 * @param score finite; comparable within one answer of one model only, unless that says more
 */
public record Scored(ProductId product, double score) {
  public Scored {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("The score of " + product + " is " + score);
    }
  }
}
