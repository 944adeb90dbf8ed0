package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
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
    List<Product> put = new ArrayList<>();
    for (Product product :
        draft.products(now, id -> !changed.contains(id) && before.product(id).isPresent())) {
      Optional<Product> known = before.product(product.id());
      boolean same = known.isPresent() && known.get().attributes().equals(product.attributes());
      if (!same
          && (FittingModels.concern(product) || known.filter(FittingModels::concern).isPresent())) {
        return Optional.empty();
      }
      put.add(known.map(old -> fitting(product, old)).orElse(product));
    }
    List<ProductId> removed = new ArrayList<>(changed);
    put.forEach(product -> removed.remove(product.id()));
    if (removed.stream()
        .anyMatch(id -> before.product(id).filter(FittingModels::concern).isPresent())) {
      return Optional.empty();
    }
    return Optional.of(SnapshotChange.of(before, version, put, removed, categories(put, removed)));
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
