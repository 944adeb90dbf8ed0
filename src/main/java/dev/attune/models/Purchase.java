package dev.attune.models;

import dev.attune.catalog.ProductId;
import java.time.Instant;

/** A product bought once by the shopper in question. */
public record Purchase(ProductId product, Instant at) {}
