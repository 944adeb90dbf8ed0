package dev.attune.catalog.snapshot.market;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a market's snapshot out of the shop's own. */
public final class SnapshotViews {
  private SnapshotViews() {}

  /** All products that have a price in the view. */
  public static CatalogSnapshot of(
      CatalogSnapshot home, MarketView view, MarketSaid said, Instant now) {
    MarketProducts products = new MarketProducts(view, said, now);
    List<Product> seen =
        home.products().stream().flatMap(product -> products.of(product).stream()).toList();
    Locale locale = view.locale() == null ? home.locale() : Locale.forLanguageTag(view.locale());
    return new CatalogSnapshot(name(home, view), seen, home.categories(), locale);
  }

  /**
   * The view after a change.
   *
   * @param before as it was
   * @param home as it is now
   * @param changed products that changed, came or went
   * @param said about the changed ones
   */
  public static CatalogSnapshot after(
      CatalogSnapshot before,
      CatalogSnapshot home,
      Set<ProductId> changed,
      MarketView view,
      MarketSaid said,
      Instant now) {
    MarketProducts products = new MarketProducts(view, said, now);
    List<Product> put = new ArrayList<>();
    List<ProductId> removed = new ArrayList<>();
    for (ProductId id : changed) {
      Optional<Product> seen = home.product(id).flatMap(products::of);
      seen.ifPresentOrElse(put::add, () -> removed.add(id));
    }
    return SnapshotChange.of(before, name(home, view), put, removed, home.categories());
  }

  private static String name(CatalogSnapshot home, MarketView view) {
    return home.version() + "@" + view.name();
  }
}
