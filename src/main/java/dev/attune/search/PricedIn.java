package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import java.util.Set;
import java.util.function.Supplier;

/** What the prices of a catalog are in, ISO 4217. */
record PricedIn(CatalogSnapshot catalog) implements Supplier<Set<String>> {
  @Override
  public Set<String> get() {
    return catalog.assortment().currencies();
  }
}
