package dev.attune.catalog.snapshot.market;

import java.util.Map;

/**
 * What one view says otherwise than the feed.
 *
 * @param prices by variant id, in the view's currency
 * @param words by variant id, in the view's locale
 */
public record MarketSaid(Map<String, StoredPrice> prices, Map<String, MarketWords> words) {
  public MarketSaid {
    prices = Map.copyOf(prices);
    words = Map.copyOf(words);
  }
}
