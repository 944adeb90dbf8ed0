package dev.attune.catalog.feed;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What amounts of a feed are in, where the feed itself leaves it unsaid.
 *
 * @param own of amounts that belong to no market
 * @param markets of amounts that belong to one, by the handle of the market's name, {@code
 *     united-states}
 */
public record FeedMoney(Currency own, Map<String, OfMarket> markets) {
  public FeedMoney {
    markets = Map.copyOf(markets);
  }

  /**
   * What a market's amounts are.
   *
   * @param country ISO 3166-1 alpha-2, null where they hold wherever their currency is asked for
   */
  public record OfMarket(Currency currency, @Nullable String country) {}

  /** Of a shop without markets. */
  public static FeedMoney of(Currency own) {
    return new FeedMoney(own, Map.of());
  }

  /** Empty for a market of which nobody said the currency. */
  public Optional<OfMarket> market(String name) {
    return Optional.ofNullable(markets.get(Slug.handle(name)));
  }
}
