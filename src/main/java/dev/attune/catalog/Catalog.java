package dev.attune.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Where the current snapshot is read; a request reads it once and keeps to it. */
@FunctionalInterface
public interface Catalog {
  /** The shop's own prices, whatever they are in, and texts; everything that exists is in it. */
  CatalogSnapshot snapshot();

  /**
   * Prices and texts of one market; a product without a price there is not in it. The first call
   * for a market blocks while they are read; {@link #has} says whether it would.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails
   */
  default CatalogSnapshot snapshot(Market market) {
    return snapshot();
  }

  /**
   * Prices of one market, for one look: what is not at hand is read, which blocks, and is not kept;
   * texts may be in any of its languages.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails
   */
  default CatalogSnapshot look(Market market) {
    return snapshot(market);
  }

  /**
   * Some products as one market sees them; those without a price there are left out. As {@link
   * #look(Market)}, but that no more than these are read.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails
   */
  default List<Product> look(Market market, Set<ProductId> some) {
    CatalogSnapshot sold = look(market);
    return some.stream().flatMap(id -> sold.product(id).stream()).toList();
  }

  /** Names what a market sees: markets that see the same have one name. */
  default String view(Market market) {
    return "";
  }

  /**
   * What prices are in where a page names one of these countries and no currency.
   *
   * @param countries ISO 3166-1 alpha-2; empty for everywhere
   */
  default Set<Currency> currencies(Set<String> countries) {
    return Set.of();
  }

  /** The markets that see prices of their own; every other one sees the shop's. */
  default Set<Market> markets() {
    return Set.of();
  }

  /** Whether a market's prices and texts are at hand. */
  default boolean has(Market market) {
    return true;
  }
}
