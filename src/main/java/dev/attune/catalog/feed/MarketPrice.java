package dev.attune.catalog.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an item costs in one market.
 *
 * @param country ISO 3166-1 alpha-2, null where the price holds wherever its currency is asked for
 * @param offer with a regular price, which names the currency
 */
public record MarketPrice(@Nullable String country, Offer offer) {
  public MarketPrice {
    if (offer.regular() == null) {
      throw new IllegalArgumentException("A market's price has a regular price");
    }
  }
}
