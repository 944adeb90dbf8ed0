package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the prices of a catalog are in, ISO 4217; found out when somebody first asks. */
final class PricedIn implements Supplier<Set<String>> {
  private final CatalogSnapshot catalog;
  private volatile @Nullable Set<String> known;

  PricedIn(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  @Override
  public Set<String> get() {
    @Nullable Set<String> codes = known;
    if (codes == null) {
      Set<String> found = new HashSet<>();
      for (Product product : catalog.products()) {
        product.lowestPrice().ifPresent(price -> found.add(price.currency().getCurrencyCode()));
      }
      codes = Set.copyOf(found);
      known = codes;
    }
    return codes;
  }
}
