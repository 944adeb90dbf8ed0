package dev.attune.catalog.shelf;

import dev.attune.catalog.feed.MarketPrice;

/**
 * What a variant costs from now on. Without a country, in the currency of its own price, it becomes
 * its own price; else the price of that market.
 *
 * @param sku the variant's id
 */
public record PriceLine(String sku, MarketPrice price) {}
