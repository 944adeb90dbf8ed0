package dev.attune.profile;

import dev.attune.catalog.ProductId;
import java.time.Instant;

/**
 * A product that the shopper had to do with.
 *
 * @param count how often viewed, how many bought or in the cart
 * @param last when last
 */
public record Touched(ProductId product, long count, Instant last) {}
