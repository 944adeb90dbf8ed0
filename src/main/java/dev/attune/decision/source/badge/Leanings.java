package dev.attune.decision.source.badge;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.absence.Absence;
import dev.attune.decision.DecisionContext;
import dev.attune.profile.DiscountAffinity;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.record.Feature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Towards which badges a shopper leans: who buys what is reduced towards prices, who knows the shop
 * towards what is new, a newcomer towards what others buy, and who wanted what was out of stock
 * towards its being back.
 */
final class Leanings {
  private final DecisionContext page;
  private final Lifecycle stage;

  /** Found out when something is reduced: it looks at much of what was bought. */
  private @Nullable DiscountAffinity affinity;

  Leanings(DecisionContext page) {
    this.page = page;
    this.stage = page.profile().lifecycle();
  }

  Map<Feature, Double> towards(Badge badge, Product product) {
    return switch (badge) {
      case BACK_IN_STOCK -> waited(product) ? Map.of(Feature.WAITED_FOR, 1.0) : Map.of();
      case PRICE_DROP -> Map.of(Feature.DISCOUNT_AFFINITY, affinity().share());
      case NEW -> regular() ? Map.of(Feature.STAGE, 1.0) : Map.of();
      case BESTSELLER -> stage == Lifecycle.NEW ? Map.of(Feature.WELCOME, 1.0) : Map.of();
      default -> Map.of();
    };
  }

  /**
   * It was in the cart or on the wish list when it came back, or it was looked at while it was out
   * of stock: who has looked since then knows.
   */
  private boolean waited(Product product) {
    @Nullable Absence absence = product.absence();
    if (absence == null) {
      return false;
    }
    Profile profile = page.profile();
    return within(profile.cart(), product.id(), Instant.MIN, absence.until())
        || within(profile.habits().wishlist(), product.id(), Instant.MIN, absence.until())
        || within(profile.viewed(), product.id(), absence.from(), absence.until());
  }

  /** Whether it was last touched then. */
  private static boolean within(List<Touched> all, ProductId product, Instant from, Instant until) {
    for (Touched one : all) {
      if (one.product().equals(product)) {
        return !one.last().isBefore(from) && one.last().isBefore(until);
      }
    }
    return false;
  }

  private boolean regular() {
    return stage == Lifecycle.LOYAL || stage == Lifecycle.VIP;
  }

  private DiscountAffinity affinity() {
    DiscountAffinity known = affinity;
    if (known == null) {
      known = DiscountAffinity.of(page.profile(), page.catalog());
      affinity = known;
    }
    return known;
  }
}
