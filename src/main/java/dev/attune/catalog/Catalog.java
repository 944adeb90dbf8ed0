package dev.attune.catalog;

/** Where the current snapshot is read; a request reads it once and keeps to it. */
@FunctionalInterface
public interface Catalog {
  /** The shop's own prices and texts; everything that exists is in it. */
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

  /** Whether a market's prices and texts are at hand. */
  default boolean has(Market market) {
    return true;
  }
}
