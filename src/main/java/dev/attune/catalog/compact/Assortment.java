package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a whole catalog again and again, counted once: by a walk over all products,
 * which takes a quarter of a second for a million of them, or out of what was counted for the
 * version before.
 */
public final class Assortment {
  /** As many of the newest products as any list draws from. */
  public static final int NEWEST = 200;

  private final CatalogSnapshot catalog;
  private final Kinds kinds;
  private final Newest newest;
  private final List<Product> first;
  private final Ordinals firstAt;
  private final NameCounts brands;
  private final NameCounts pricedIn;
  private final Set<String> currencies;
  private final CategoryCounts counts;
  private final @Nullable Card[] cards;

  /** The main categories of products, which versions with the same places share. */
  private record Kinds(Map<CategoryId, Integer> numbers, List<Leaf> leaves) {}

  /** Counts all products. */
  public Assortment(CatalogSnapshot catalog) {
    Map<CategoryId, Integer> numbers = new HashMap<>();
    Newest.Choosing latest = new Newest.Choosing();
    this.catalog = catalog;
    this.cards = new Card[catalog.size()];
    this.brands = NameCounts.none(Product::brand);
    this.pricedIn = NameCounts.none(Assortment::currency);
    this.counts = CategoryCounts.none(catalog);
    for (Product product : catalog.products()) {
      product.mainCategory().ifPresent(category -> number(category, numbers));
      brands.add(product);
      pricedIn.add(product);
      counts.add(product);
      if (product.forSale()) {
        latest.add(product);
      }
    }
    this.currencies = pricedIn.names();
    this.newest = latest.done();
    this.first = newest.first(NEWEST);
    this.firstAt = Newest.places(first, catalog);
    List<Leaf> leaves =
        numbers.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(entry -> leaf(entry.getKey(), numbers))
            .toList();
    this.kinds = new Kinds(numbers, leaves);
  }

  private Assortment(Assortment before, CatalogSnapshot later, Set<ProductId> changed) {
    this.catalog = later;
    this.kinds = before.kinds;
    this.cards = before.cards.clone();
    this.counts = before.counts.copy();
    for (ProductId id : changed) {
      int place = later.ordinal(id);
      cards[place] = null;
      counts.remove(before.catalog.at(place));
      counts.add(later.at(place));
    }
    this.newest = before.newest.after(later, changed);
    this.first = newest.first(NEWEST);
    this.firstAt = Newest.places(first, later);
    this.brands = before.brands.after(before.catalog, later, changed);
    this.pricedIn = before.pricedIn.after(before.catalog, later, changed);
    this.currencies = pricedIn.names();
  }

  /**
   * Those of a later version of the catalog, for what has changed in it.
   *
   * @param later every product stands where it did, in the same categories
   * @param changed the products that are others
   */
  public Assortment after(CatalogSnapshot later, Set<ProductId> changed) {
    return new Assortment(this, later, changed);
  }

  private static @Nullable String currency(Product product) {
    return product.lowestPrice().map(price -> price.currency().getCurrencyCode()).orElse(null);
  }

  /** What came in last and can be bought, the last first; at most {@link #NEWEST}. */
  public List<Product> newest() {
    return first;
  }

  /** Where these stand, in the same order. */
  public Ordinals newestAt() {
    return firstAt;
  }

  /** The card of the product at a place; who asks first writes it. */
  public Card card(int place) {
    @Nullable Card card = cards[place];
    if (card == null) {
      Product product = catalog.at(place);
      card = Card.of(product, product.mainCategory().map(kinds.numbers()::get).orElse(-1));
      cards[place] = card;
    }
    return card;
  }

  private void number(CategoryId category, Map<CategoryId, Integer> numbers) {
    if (!numbers.containsKey(category)) {
      numbers.put(category, numbers.size());
      catalog.lineage(category).forEach(id -> numbers.putIfAbsent(id, numbers.size()));
    }
  }

  private Leaf leaf(CategoryId category, Map<CategoryId, Integer> numbers) {
    List<CategoryId> lineage = catalog.lineage(category);
    @Nullable CategoryId top = lineage.isEmpty() ? null : lineage.get(lineage.size() - 1);
    return new Leaf(
        category,
        category.value(),
        lineage.stream().mapToInt(numbers::get).toArray(),
        top == null ? null : catalog.category(top).map(Category::title).orElse(top.value()));
  }

  /** The number of a category, -1 for one that no product is in. */
  public int number(String category) {
    return kinds.numbers().getOrDefault(new CategoryId(category), -1);
  }

  /** The main categories of all products and their ancestors, each at its number. */
  public List<Leaf> leaves() {
    return kinds.leaves();
  }

  /** Whether any product is of this brand. */
  public boolean hasBrand(String brand) {
    return brands.has(brand);
  }

  /** What products' prices are in, ISO 4217. */
  public Set<String> currencies() {
    return currencies;
  }

  /** How many products are priced in each currency, ISO 4217. */
  public Map<String, Integer> currencyCounts() {
    return pricedIn.counts();
  }

  /** Whether anything in the category or below it can be bought. */
  public boolean sellsIn(CategoryId category) {
    return counts.forSale(category) > 0;
  }

  /** Products in the category and below it that have a price. */
  public int pricedIn(CategoryId category) {
    return counts.priced(category);
  }
}
