package dev.attune.merchandising.rule.check;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Merchandise;
import java.util.List;
import java.util.Optional;

/**
 * The shop that a rule is checked against.
 *
 * @param catalog everything that exists
 * @param markets what is sold in each market, which may block
 */
public record Shop(
    Merchandise merchandise, CatalogSnapshot catalog, Searches searches, Catalog markets) {
  /** What is sold in a market. */
  CatalogSnapshot sold(Market market) {
    if (!market.equals(Market.HOME)) {
      return markets.look(market);
    }
    return markets.has(market) ? markets.snapshot(market) : catalog;
  }

  /** What searches find. */
  @FunctionalInterface
  public interface Searches {
    /**
     * The first products that a search finds, some of which may not be sold there; empty where that
     * cannot be told.
     *
     * @param sold where it is searched
     */
    Optional<List<ProductId>> find(String query, CatalogSnapshot sold);
  }
}
