package dev.attune.catalog;

import dev.attune.catalog.compact.Assortment;
import dev.attune.catalog.compact.Ordinals;
import dev.attune.catalog.compact.Picked;
import dev.attune.catalog.compact.ViewName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole catalog at one version: immutable, in memory, swapped as a whole. Products stand at
 * ordinals, from 0 in the shop's order; versions that differ in stock, prices or texts only share
 * everything but the changed products.
 */
public final class CatalogSnapshot {
  /** A shop that sells nothing yet. */
  public static final CatalogSnapshot EMPTY = new CatalogSnapshot("0", List.of(), List.of());

  /** A product is new for so long. */
  public static final Duration NEW = Duration.ofDays(30);

  /** What comes in within so long of the first product is the opening assortment. */
  private static final Duration OPENING = Duration.ofDays(1);

  /** So many changes are remembered; whoever is further behind compares everything. */
  private static final int MOST_REMEMBERED = 50_000;

  private final String version;
  private final Locale locale;
  private final Product[] products;
  private final CatalogShape shape;
  private final List<CatalogDelta> deltas;
  private volatile @Nullable Assortment assortment;

  /**
   * @param version changes whenever anything in it does
   * @param products live ones only, in the shop's order
   * @param categories every category that a product names, and all their ancestors, parents first
   */
  public CatalogSnapshot(String version, List<Product> products, List<Category> categories) {
    this(version, products, categories, ViewName.locale(version));
  }

  /**
   * @param locale the language of its texts
   */
  public CatalogSnapshot(
      String version, List<Product> products, List<Category> categories, Locale locale) {
    this(version, products.toArray(new Product[0]), categories, locale, List.of());
  }

  private CatalogSnapshot(
      String version,
      Product[] products,
      List<Category> categories,
      Locale locale,
      List<CatalogDelta> deltas) {
    this(version, locale, products, new CatalogShape(products, categories), deltas);
  }

  private CatalogSnapshot(
      String version,
      Locale locale,
      Product[] products,
      CatalogShape shape,
      List<CatalogDelta> deltas) {
    this.version = version;
    this.locale = locale;
    this.products = products;
    this.shape = shape;
    this.deltas = deltas;
  }

  /**
   * The next version, in which these products have other prices, stock or texts; all else is
   * shared, so it takes a few milliseconds for a million products.
   *
   * @param changed each known, with the handle, variants' ids and skus, categories and relations
   *     that it had
   * @throws IllegalArgumentException for an unknown product
   */
  public CatalogSnapshot with(String next, Collection<Product> changed) {
    Product[] all = products.clone();
    Set<ProductId> put = new HashSet<>();
    for (Product product : changed) {
      int place = ordinal(product.id());
      if (place < 0) {
        throw new IllegalArgumentException("The catalog has no product " + product.id());
      }
      all[place] = product;
      put.add(product.id());
    }
    List<CatalogDelta> known = remembering(new CatalogDelta(version, put, Set.of()));
    CatalogSnapshot later = new CatalogSnapshot(next, locale, all, shape, known);
    @Nullable Assortment counted = assortment;
    later.assortment = counted == null ? null : counted.after(later, put);
    return later;
  }

  /**
   * The next version after any change. Products keep their order, new ones come last.
   *
   * @param put new and changed products
   * @param removed ids of products that are gone, known or not
   * @param categories all of them, as in the constructor
   */
  public CatalogSnapshot with(
      String next,
      Collection<Product> put,
      Collection<ProductId> removed,
      List<Category> categories) {
    Set<ProductId> gone = new HashSet<>(removed);
    Set<ProductId> puts = new HashSet<>();
    Product[] replaced = products.clone();
    List<Product> added = new ArrayList<>();
    for (Product product : put) {
      int place = ordinal(product.id());
      if (place >= 0) {
        replaced[place] = product;
      } else {
        added.add(product);
      }
      gone.remove(product.id());
      puts.add(product.id());
    }
    List<Product> all = new ArrayList<>(replaced.length + added.size());
    for (Product product : replaced) {
      if (gone.isEmpty() || !gone.contains(product.id())) {
        all.add(product);
      }
    }
    all.addAll(added);
    List<CatalogDelta> known = remembering(new CatalogDelta(version, puts, gone));
    return new CatalogSnapshot(next, all.toArray(new Product[0]), categories, locale, known);
  }

  private List<CatalogDelta> remembering(CatalogDelta last) {
    List<CatalogDelta> known = new ArrayList<>();
    known.add(last);
    int size = last.size();
    for (int i = deltas.size() - 1; i >= 0 && size <= MOST_REMEMBERED; i--) {
      known.add(0, deltas.get(i));
      size += deltas.get(i).size() + 1;
    }
    return List.copyOf(known);
  }

  /** What the last {@code with} changed; empty for a snapshot made from nothing. */
  public Optional<CatalogDelta> delta() {
    return deltas.isEmpty() ? Optional.empty() : Optional.of(deltas.get(deltas.size() - 1));
  }

  /** What has changed since an earlier version of this catalog; empty where that is not known. */
  public Optional<CatalogDelta> changesSince(String before) {
    return deltas.stream()
        .dropWhile(delta -> !delta.from().equals(before))
        .reduce(CatalogDelta::then);
  }

  /** Whether every product stands where it does in the other version, in the same categories. */
  public boolean standsAs(CatalogSnapshot other) {
    return shape == other.shape;
  }

  /**
   * How new a product is: 1 when it has just come in, falling to 0 over {@link #NEW}; 0 for the
   * assortment that the shop opened with.
   */
  public double newness(Product product, Instant now) {
    if (product.addedAt().isBefore(shape.openedAt().plus(OPENING))) {
      return 0;
    }
    Duration age = Duration.between(product.addedAt(), now);
    return Math.max(0, 1 - (double) age.toSeconds() / NEW.toSeconds());
  }

  public String version() {
    return version;
  }

  /** The market's name, what follows the {@code @} in the version; blank for the default one. */
  public String view() {
    return ViewName.of(version);
  }

  public Locale locale() {
    return locale;
  }

  public List<Product> products() {
    return Collections.unmodifiableList(Arrays.asList(products));
  }

  /** What is asked of all products together; counted by who asks first, unless it follows. */
  public Assortment assortment() {
    @Nullable Assortment counted = assortment;
    if (counted == null) {
      counted = new Assortment(this);
      assortment = counted;
    }
    return counted;
  }

  /** How many products there are. */
  public int size() {
    return products.length;
  }

  /** The product at a place, from 0 to below {@link #size}. */
  public Product at(int ordinal) {
    return products[ordinal];
  }

  /** The product's place, -1 for an unknown one. */
  public int ordinal(ProductId id) {
    return shape.ordinal(products, id.value());
  }

  public Optional<Product> product(ProductId id) {
    return found(ordinal(id));
  }

  public Optional<Product> productByHandle(String handle) {
    return found(shape.handle(products, handle));
  }

  /** The product that has a variant of this id or sku. */
  public Optional<Product> productBySku(String sku) {
    return found(shape.sku(products, sku));
  }

  /** The product of this id, else the one with a variant of this id or sku. */
  public Optional<Product> find(String idOrSku) {
    int place = shape.ordinal(products, idOrSku);
    return place >= 0 ? found(place) : productBySku(idOrSku);
  }

  private Optional<Product> found(int place) {
    return place < 0 ? Optional.empty() : Optional.of(products[place]);
  }

  public Optional<Category> category(CategoryId id) {
    return Optional.ofNullable(shape.category(id));
  }

  /** Every category, parents first. */
  public List<Category> categories() {
    return shape.categories();
  }

  /** The categories without a parent, in the shop's order. */
  public List<Category> roots() {
    return shape.roots();
  }

  /** The category itself and its ancestors, itself first; empty for an unknown one. */
  public List<CategoryId> lineage(CategoryId id) {
    return shape.lineage(id);
  }

  /** The root of the product's main category. */
  public Optional<CategoryId> topCategory(ProductId id) {
    return product(id)
        .flatMap(Product::mainCategory)
        .map(shape::lineage)
        .filter(lineage -> !lineage.isEmpty())
        .map(lineage -> lineage.get(lineage.size() - 1));
  }

  /** The products that name this one in a relation of theirs, such as its accessories. */
  public List<Product> namedBy(ProductId id) {
    int place = ordinal(id);
    return place < 0 ? List.of() : new Picked<>(products, shape.naming(place));
  }

  /** Products in this category or below it, in the shop's order. */
  public List<Product> productsIn(CategoryId id) {
    return new Picked<>(products, ordinalsIn(id));
  }

  /** Where the products in this category or below it stand, in the shop's order. */
  public Ordinals ordinalsIn(CategoryId id) {
    return shape.in(id);
  }
}
