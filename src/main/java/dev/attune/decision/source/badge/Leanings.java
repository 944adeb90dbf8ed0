package dev.attune.decision.source.badge;

import dev.attune.decision.DecisionContext;
import dev.attune.profile.DiscountAffinity;
import dev.attune.profile.Lifecycle;
import dev.attune.record.Feature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Towards which badges a shopper leans: who buys what is reduced towards prices, who knows the shop
 * towards what is new, a newcomer towards what others buy.
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

  Map<Feature, Double> towards(Badge badge) {
    return switch (badge) {
      case PRICE_DROP -> Map.of(Feature.DISCOUNT_AFFINITY, affinity().share());
      case NEW -> regular() ? Map.of(Feature.STAGE, 1.0) : Map.of();
      case BESTSELLER -> stage == Lifecycle.NEW ? Map.of(Feature.WELCOME, 1.0) : Map.of();
      default -> Map.of();
    };
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
