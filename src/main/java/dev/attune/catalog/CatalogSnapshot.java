package dev.attune.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole catalog at one version: immutable, in memory, swapped as a whole. */
public final class CatalogSnapshot {
  /** A shop that sells nothing yet. */
  public static final CatalogSnapshot EMPTY = new CatalogSnapshot("0", List.of(), List.of());

  /** A product is new for so long. */
  private static final Duration NEW = Duration.ofDays(30);

  /** What comes in within so long of the first product is the opening assortment. */
  private static final Duration OPENING = Duration.ofDays(1);

  private final String version;
  private final List<Product> products;
  private final Map<ProductId, Product> byId = new HashMap<>();
  private final Map<String, Product> byHandle = new HashMap<>();
  private final Map<String, Product> bySku = new HashMap<>();
  private final Map<CategoryId, Category> categories = new LinkedHashMap<>();
  private final Map<CategoryId, List<Product>> byCategory = new HashMap<>();
  private final Map<ProductId, CategoryId> topCategories = new HashMap<>();
  private final Map<ProductId, List<Product>> namedBy = new HashMap<>();
  private final List<Category> roots;
  private final Instant openedAt;

  /**
   * @param version changes whenever anything in it does
   * @param products live ones only, in the shop's order
   * @param categories every category that a product names, and all their ancestors, parents first
   */
  public CatalogSnapshot(String version, List<Product> products, List<Category> categories) {
    this.version = version;
    this.products = List.copyOf(products);
    categories.forEach(category -> this.categories.put(category.id(), category));
    this.roots = categories.stream().filter(category -> category.parent() == null).toList();
    this.openedAt =
        this.products.stream().map(Product::addedAt).min(Instant::compareTo).orElse(Instant.MAX);
    this.products.forEach(this::index);
  }

  /**
   * How new a product is: 1 when it has just come in, falling to 0 over {@link #NEW}; 0 for the
   * assortment that the shop opened with.
   */
  public double newness(Product product, Instant now) {
    if (product.addedAt().isBefore(openedAt.plus(OPENING))) {
      return 0;
    }
    Duration age = Duration.between(product.addedAt(), now);
    return Math.max(0, 1 - (double) age.toSeconds() / NEW.toSeconds());
  }

  /**
   * The catalog after a change that leaves every product where it stands.
   *
   * @param changed known products with the handle, variants, categories and relations they had
   */
  public CatalogSnapshot with(String nextVersion, Collection<Product> changed) {
    return with(nextVersion, changed, List.of(), categories());
  }

  /**
   * The catalog after a change; new products stand at the end.
   *
   * @param put changed and new ones
   * @param removed may name unknown ones
   * @param tree every category that a product names, and all their ancestors, parents first
   */
  public CatalogSnapshot with(
      String nextVersion,
      Collection<Product> put,
      Collection<ProductId> removed,
      List<Category> tree) {
    Map<ProductId, Product> all = new LinkedHashMap<>();
    products.forEach(product -> all.put(product.id(), product));
    removed.forEach(all::remove);
    put.forEach(product -> all.put(product.id(), product));
    return new CatalogSnapshot(nextVersion, List.copyOf(all.values()), tree);
  }

  private void index(Product product) {
    byId.put(product.id(), product);
    byHandle.put(product.handle(), product);
    for (Variant variant : product.variants()) {
      bySku.put(variant.id(), product);
      bySku.putIfAbsent(variant.sku(), product);
    }
    for (Relation relation : product.relations()) {
      namedBy.computeIfAbsent(relation.target(), any -> new ArrayList<>()).add(product);
    }
    Set<CategoryId> all = new LinkedHashSet<>();
    product.categories().forEach(leaf -> all.addAll(lineage(leaf)));
    all.forEach(id -> byCategory.computeIfAbsent(id, any -> new ArrayList<>()).add(product));
    product
        .mainCategory()
        .map(this::lineage)
        .filter(lineage -> !lineage.isEmpty())
        .ifPresent(lineage -> topCategories.put(product.id(), lineage.get(lineage.size() - 1)));
  }

  public String version() {
    return version;
  }

  public List<Product> products() {
    return products;
  }

  public Optional<Product> product(ProductId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Product> productByHandle(String handle) {
    return Optional.ofNullable(byHandle.get(handle));
  }

  /** The product that has a variant of this id or sku. */
  public Optional<Product> productBySku(String sku) {
    return Optional.ofNullable(bySku.get(sku));
  }

  /** The product of this id, else the one with a variant of this id or sku. */
  public Optional<Product> find(String idOrSku) {
    @Nullable Product product = idOrSku.isBlank() ? null : byId.get(new ProductId(idOrSku));
    return product != null ? Optional.of(product) : productBySku(idOrSku);
  }

  public Optional<Category> category(CategoryId id) {
    return Optional.ofNullable(categories.get(id));
  }

  /** Every category, parents first. */
  public List<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** The categories without a parent, in the shop's order. */
  public List<Category> roots() {
    return roots;
  }

  /** The category itself and its ancestors, itself first; empty for an unknown one. */
  public List<CategoryId> lineage(CategoryId id) {
    List<CategoryId> lineage = new ArrayList<>(4);
    @Nullable Category category = categories.get(id);
    while (category != null) {
      lineage.add(category.id());
      category = category.parent() == null ? null : categories.get(category.parent());
    }
    return lineage;
  }

  /** The root of the product's main category. */
  public Optional<CategoryId> topCategory(ProductId id) {
    return Optional.ofNullable(topCategories.get(id));
  }

  /** The products that name this one in a relation of theirs, such as its accessories. */
  public List<Product> namedBy(ProductId id) {
    return Collections.unmodifiableList(namedBy.getOrDefault(id, List.of()));
  }

  /** Products in this category or below it, in the shop's order. */
  public List<Product> productsIn(CategoryId id) {
    return Collections.unmodifiableList(byCategory.getOrDefault(id, List.of()));
  }
}
