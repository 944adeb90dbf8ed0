package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a whole catalog again and again, counted once for a version: the first who asks
 * walks over the products, for a million of them a quarter of a second.
 */
public final class Assortment {
  /** As many of the newest products as any list draws from. */
  public static final int NEWEST = 200;

  private static final Comparator<Product> LAST_FIRST =
      Comparator.comparing(Product::addedAt)
          .reversed()
          .thenComparing(product -> product.id().value());

  private final CatalogSnapshot catalog;
  private final List<Product> newest;
  private final Ordinals newestAt;
  private final Set<String> brands;
  private final Map<CategoryId, Integer> priced = new ConcurrentHashMap<>();
  private final Map<CategoryId, Boolean> selling = new ConcurrentHashMap<>();
  private final Map<CategoryId, Integer> numbers = new HashMap<>();
  private final List<Leaf> leaves;
  private final @Nullable Card[] cards;

  public Assortment(CatalogSnapshot catalog) {
    this.catalog = catalog;
    this.cards = new Card[catalog.size()];
    PriorityQueue<Product> latest = new PriorityQueue<>(LAST_FIRST.reversed());
    Set<String> named = new HashSet<>();
    for (Product product : catalog.products()) {
      product.mainCategory().ifPresent(this::number);
      if (product.brand() != null) {
        named.add(product.brand());
      }
      if (product.forSale()) {
        if (latest.size() == NEWEST && LAST_FIRST.compare(product, latest.peek()) < 0) {
          latest.poll();
        }
        if (latest.size() < NEWEST) {
          latest.add(product);
        }
      }
    }
    this.newest = latest.stream().sorted(LAST_FIRST).toList();
    this.newestAt =
        Ordinals.of(newest.stream().mapToInt(product -> catalog.ordinal(product.id())).toArray());
    this.brands = Set.copyOf(named);
    this.leaves =
        numbers.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(entry -> leaf(entry.getKey()))
            .toList();
  }

  /** What came in last and can be bought, the last first; at most {@link #NEWEST}. */
  public List<Product> newest() {
    return newest;
  }

  /** Where these stand, in the same order. */
  public Ordinals newestAt() {
    return newestAt;
  }

  /** The card of the product at a place; who asks first writes it. */
  public Card card(int place) {
    @Nullable Card card = cards[place];
    if (card == null) {
      Product product = catalog.at(place);
      card = Card.of(product, product.mainCategory().map(numbers::get).orElse(-1));
      cards[place] = card;
    }
    return card;
  }

  private void number(CategoryId category) {
    if (!numbers.containsKey(category)) {
      numbers.put(category, numbers.size());
      catalog.lineage(category).forEach(id -> numbers.putIfAbsent(id, numbers.size()));
    }
  }

  private Leaf leaf(CategoryId category) {
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
    return numbers.getOrDefault(new CategoryId(category), -1);
  }

  /** The main categories of all products and their ancestors, each at its number. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** Whether any product is of this brand. */
  public boolean hasBrand(String brand) {
    return brands.contains(brand);
  }

  /** Whether anything in the category or below it can be bought. */
  public boolean sellsIn(CategoryId category) {
    @Nullable Boolean known = selling.get(category);
    return known != null
        ? known
        : selling.computeIfAbsent(
            category, id -> catalog.productsIn(id).stream().anyMatch(Product::forSale));
  }

  /** Products in the category and below it that have a price. */
  public int pricedIn(CategoryId category) {
    return priced.computeIfAbsent(
        category, id -> (int) catalog.productsIn(id).stream().filter(Product::priced).count());
  }
}
