package dev.attune.models;

import dev.attune.catalog.ProductId;
import java.time.Instant;

/**
 * A product that the shopper in question has bought.
 *
 * @param at when last
 * @param everyDays the shopper's own rhythm in days; 0 where they have none
 */
public record Purchase(ProductId product, Instant at, int everyDays) {
  public Purchase {
    if (everyDays < 0) {
      throw new IllegalArgumentException("A rhythm of " + everyDays + " days");
    }
  }
}
