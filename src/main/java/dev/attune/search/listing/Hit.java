package dev.attune.search.listing;

import dev.attune.catalog.ProductId;

/**
 * A product found.
 *
 * @param score how well it fits the query, comparable within one answer; 0 in a plain list
 */
public record Hit(ProductId product, double score) {}
