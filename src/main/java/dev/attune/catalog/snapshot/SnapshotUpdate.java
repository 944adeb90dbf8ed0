package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Variant;
import dev.attune.catalog.relation.FittingModels;
import dev.attune.catalog.snapshot.market.SnapshotChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings what was read of some products into the snapshot before. */
final class SnapshotUpdate {
  private final CatalogSnapshot before;
  private final SnapshotDraft draft;
  private final Set<ProductId> changed;

  /**
   * @param draft has those of the changed products that are live, and all categories
   */
  SnapshotUpdate(CatalogSnapshot before, SnapshotDraft draft, Set<ProductId> changed) {
    this.before = before;
    this.draft = draft;
    this.changed = changed;
  }

  /** The new snapshot; empty when what fits what may have changed, which takes all products. */
  Optional<CatalogSnapshot> at(String version, Instant now) {
    List<Product> read =
        draft.products(now, id -> !changed.contains(id) && before.product(id).isPresent());
    List<ProductId> removed = new ArrayList<>(changed);
    read.forEach(product -> removed.remove(product.id()));
    boolean named =
        read.stream().allMatch(this::isNamedAsBefore)
            && removed.stream().allMatch(id -> before.product(id).isEmpty());
    if (!named
        && (read.stream().anyMatch(FittingModels::fits)
            || before.products().stream().anyMatch(FittingModels::fits))) {
      return Optional.empty();
    }
    List<Product> put =
        read.stream()
            .map(it -> before.product(it.id()).map(old -> fitting(it, old)).orElse(it))
            .toList();
    return Optional.of(SnapshotChange.of(before, version, put, removed, categories(put, removed)));
  }

  /** Whether all that models are known by, and what it fits, is as it was. */
  private boolean isNamedAsBefore(Product product) {
    return before
        .product(product.id())
        .filter(old -> old.attributes().equals(product.attributes()))
        .filter(old -> skus(old).equals(skus(product)))
        .isPresent();
  }

  private static List<String> skus(Product product) {
    return product.variants().stream().map(Variant::sku).toList();
  }

  /** What fits what is as it was. */
  private static Product fitting(Product product, Product old) {
    List<Relation> fits =
        old.relations().stream().filter(relation -> relation.kind() == Relation.Kind.FITS).toList();
    if (fits.isEmpty()) {
      return product;
    }
    List<Relation> relations = new ArrayList<>(product.relations());
    relations.addAll(fits);
    return product.relating(relations);
  }

  private List<Category> categories(List<Product> put, List<ProductId> removed) {
    boolean asTheyWere =
        removed.stream().allMatch(id -> before.product(id).isEmpty())
            && put.stream()
                .allMatch(
                    product ->
                        before
                            .product(product.id())
                            .filter(old -> old.categories().equals(product.categories()))
                            .isPresent());
    return asTheyWere ? before.categories() : draft.tree(all(put, removed));
  }

  private List<Product> all(List<Product> put, List<ProductId> removed) {
    Map<ProductId, Product> all = new LinkedHashMap<>();
    before.products().forEach(product -> all.put(product.id(), product));
    removed.forEach(all::remove);
    put.forEach(product -> all.put(product.id(), product));
    return List.copyOf(all.values());
  }
}
