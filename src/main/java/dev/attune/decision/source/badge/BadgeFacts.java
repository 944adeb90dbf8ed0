package dev.attune.decision.source.badge;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.catalog.absence.Absence;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.taste.DueAgain;
import dev.attune.models.Scored;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much each badge applies to a product, for one shopper on one page. */
final class BadgeFacts {
  /** Fewer pieces than this are few, over all variants. */
  private static final int FEW = 4;

  /** A brand or a size with this share of a shopper's interest is theirs. */
  private static final double THEIRS = 0.25;

  /** The share of the most popular product's popularity that makes a bestseller. */
  private static final double BESTSELLING = 0.85;

  /** So many of what is bought with the cart go with it. */
  private static final int COMPANIONS = 20;

  private static final String SIZE = "size";

  private final DecisionContext page;
  private final Map<ProductId, Double> due;
  private final Set<ProductId> companions = new HashSet<>();
  private final Set<String> sizes;

  BadgeFacts(Ask ask) {
    this.page = ask.context();
    this.due = DueAgain.of(page).stream().collect(Collectors.toMap(Scored::product, Scored::score));
    this.sizes =
        page.shown().lasting().stream()
            .filter(taste -> taste.dimension() == Dimension.ATTRIBUTE && taste.score() >= THEIRS)
            .map(Affinity::value)
            .filter(value -> value.startsWith(SIZE + "="))
            .map(value -> value.substring(SIZE.length() + 1))
            .collect(Collectors.toSet());
    // the cart of somebody who is but recognized may have been filled on another device
    if (!ask.cart().isEmpty() && page.mayNameHistory()) {
      page.models().boughtTogether().with(ask.cart(), COMPANIONS).stream()
          .map(Scored::product)
          .forEach(companions::add);
      ask.cart().forEach(companions::remove);
    }
  }

  Map<Badge, Double> of(Product product) {
    Map<Badge, Double> facts = ofCatalog(product, page.now());
    set(facts, Badge.BUY_AGAIN, due.getOrDefault(product.id(), 0.0));
    set(facts, Badge.GOES_WITH_YOUR_CART, companions.contains(product.id()) ? 1 : 0);
    set(facts, Badge.YOUR_BRAND, brand(product));
    set(facts, Badge.YOUR_SIZE, !sizes.isEmpty() && comesInTheirSize(product) ? 1 : 0);
    double popularity = page.models().popularity().score(product.id());
    set(facts, Badge.BESTSELLER, popularity >= BESTSELLING ? popularity : 0);
    set(facts, Badge.NEW, page.catalog().newness(product, page.now()) > 0 ? 1 : 0);
    return facts;
  }

  /** What stock and prices say. */
  static Map<Badge, Double> ofCatalog(Product product, Instant now) {
    Map<Badge, Double> facts = new EnumMap<>(Badge.class);
    set(facts, Badge.LOW_STOCK, lowOnStock(product) ? 1 : 0);
    set(facts, Badge.PRICE_DROP, reduced(product) ? 1 : 0);
    set(facts, Badge.BACK_IN_STOCK, isBack(product, now) ? 1 : 0);
    return facts;
  }

  private static void set(Map<Badge, Double> facts, Badge badge, double much) {
    if (much > 0) {
      facts.put(badge, much);
    }
  }

  private double brand(Product product) {
    @Nullable String brand = product.brand();
    double taste = brand == null || !page.hasHistory() ? 0 : page.shown().tasteForBrand(brand);
    return taste >= THEIRS ? taste : 0;
  }

  /** In stock, where there is a choice at all. */
  private boolean comesInTheirSize(Product product) {
    boolean theirs = false;
    Set<String> all = new HashSet<>();
    for (Variant variant : product.variants()) {
      @Nullable String size = variant.options().get(SIZE);
      if (size != null) {
        all.add(size);
        theirs |= variant.forSale() && sizes.contains(size);
      }
    }
    return theirs && all.size() > 1;
  }

  private static boolean lowOnStock(Product product) {
    int left = 0;
    for (Variant variant : product.variants()) {
      Integer quantity = variant.quantity();
      if (quantity == null) {
        return false;
      }
      left += variant.forSale() ? quantity : 0;
    }
    return left > 0 && left < FEW;
  }

  /** It may have sold out again. */
  private static boolean isBack(Product product, Instant now) {
    @Nullable Absence absence = product.absence();
    return absence != null && absence.isNews(now) && product.inStock() && product.forSale();
  }

  private static boolean reduced(Product product) {
    for (Variant variant : product.variants()) {
      if (variant.forSale() && variant.compareAt() != null) {
        return true;
      }
    }
    return false;
  }
}
