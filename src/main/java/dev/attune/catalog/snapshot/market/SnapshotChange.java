package dev.attune.catalog.snapshot.market;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings changed products into a snapshot, the cheap way where they stand where they stood. */
public final class SnapshotChange {
  private SnapshotChange() {}

  public static CatalogSnapshot of(
      CatalogSnapshot before,
      String version,
      Collection<Product> put,
      Collection<ProductId> removed,
      List<Category> categories) {
    boolean inPlace =
        removed.stream().allMatch(id -> before.product(id).isEmpty())
            && put.stream().allMatch(product -> standsWhereItStood(before, product))
            && before.categories().equals(categories);
    return inPlace ? before.with(version, put) : before.with(version, put, removed, categories);
  }

  private static boolean standsWhereItStood(CatalogSnapshot before, Product product) {
    Optional<Product> known = before.product(product.id());
    return known.isPresent()
        && known.get().handle().equals(product.handle())
        && known.get().categories().equals(product.categories())
        && known.get().relations().equals(product.relations())
        && variants(known.get()).equals(variants(product));
  }

  private static List<String> variants(Product product) {
    return product.variants().stream().map(Variant::id).toList();
  }
}
