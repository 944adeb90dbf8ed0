package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.snapshot.shared.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A snapshot while its parts come in, in any order. */
final class SnapshotDraft {
  private final CatalogSnapshot before;
  private final Shared shared = new Shared();

  /** As they come in, which mostly is the shop's order, so that putting them in it is quick. */
  private final Map<ProductId, ProductDraft> products = new LinkedHashMap<>();

  private final Map<ProductId, List<Relation>> relations = new HashMap<>();
  private final Map<CategoryId, StoredCategory> categories = new LinkedHashMap<>();

  record StoredCategory(CategoryId id, @Nullable CategoryId parent, List<String> path) {}

  /** Of a catalog that nobody has seen. */
  SnapshotDraft() {
    this(CatalogSnapshot.EMPTY);
  }

  /**
   * @param before what has not changed since stays the objects that it was
   */
  SnapshotDraft(CatalogSnapshot before) {
    this.before = before;
  }

  /** The product as it was, null for a new one. */
  @Nullable Product before(ProductId id) {
    return before.product(id).orElse(null);
  }

  Shared shared() {
    return shared;
  }

  void add(ProductId id, Function<ProductId, ProductDraft> draft, StoredVariant variant) {
    products.computeIfAbsent(id, draft).add(variant);
  }

  void add(ProductId product, Relation relation) {
    relations.computeIfAbsent(product, any -> new ArrayList<>()).add(relation);
  }

  /** Parents come before their children. */
  void add(StoredCategory category) {
    categories.put(category.id(), category);
  }

  /**
   * The products in the shop's order, as they are at this instant.
   *
   * @param elsewhere whether a product that the draft does not have is in the catalog nevertheless
   */
  List<Product> products(Instant now, Predicate<ProductId> elsewhere) {
    List<ProductDraft> drafts = new ArrayList<>(products.values());
    drafts.sort(Comparator.comparingLong(ProductDraft::position));
    List<Product> all = new ArrayList<>(drafts.size());
    for (ProductDraft draft : drafts) {
      Product product = draft.product(now, relations(draft.id(), elsewhere), shared);
      @Nullable Product known = before(draft.id());
      all.add(product.equals(known) ? known : product);
    }
    return all;
  }

  private List<Relation> relations(ProductId id, Predicate<ProductId> elsewhere) {
    List<Relation> said = relations.getOrDefault(id, List.of());
    if (said.isEmpty()) {
      return said;
    }
    return said.stream()
        .filter(
            relation ->
                products.containsKey(relation.target()) || elsewhere.test(relation.target()))
        .toList();
  }

  /** The categories that products name, and their ancestors. */
  List<Category> tree(Collection<Product> all) {
    Set<CategoryId> named = new HashSet<>();
    for (Product product : all) {
      for (CategoryId leaf : product.categories()) {
        StoredCategory category = categories.get(leaf);
        while (category != null && named.add(category.id())) {
          category = category.parent() == null ? null : categories.get(category.parent());
        }
      }
    }
    Map<CategoryId, List<CategoryId>> children = new HashMap<>();
    List<StoredCategory> kept =
        categories.values().stream().filter(category -> named.contains(category.id())).toList();
    for (StoredCategory category : kept) {
      if (category.parent() != null) {
        children.computeIfAbsent(category.parent(), any -> new ArrayList<>()).add(category.id());
      }
    }
    return kept.stream().map(category -> category(category, children)).toList();
  }

  private static Category category(
      StoredCategory stored, Map<CategoryId, List<CategoryId>> children) {
    String title = stored.path().get(stored.path().size() - 1);
    List<CategoryId> below = children.getOrDefault(stored.id(), List.of());
    return new Category(stored.id(), title, stored.parent(), stored.path(), below);
  }
}
