package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.CAN_BE_BOUGHT;
import static dev.attune.decision.filter.Filters.HAS_A_PRICE;
import static dev.attune.decision.filter.Filters.NOT_IN_CART;
import static dev.attune.decision.filter.Filters.NOT_JUST_BOUGHT;
import static dev.attune.decision.filter.Filters.NOT_ON_PAGE;
import static dev.attune.decision.filter.Filters.NOT_REJECTED;

import dev.attune.decision.Slot;
import dev.attune.decision.rank.Diverse;
import dev.attune.decision.source.Products;
import dev.attune.decision.source.Proposers;
import dev.attune.decision.source.Untried;
import dev.attune.record.Feature;
import java.util.Map;

/**
 * The products of the endless feed: what fits this shopper, then everything else. What was just
 * tapped counts for more than trend and popularity together, so that the next page shows it.
 */
public final class FeedSlot {
  public static final Slot FEED =
      Slot.named("feed")
          .from(
              Products.of(
                  Proposers.NEXT_IN_SESSION,
                  Proposers.LIKE_HISTORY,
                  Proposers.BEST_OF_TASTE,
                  Proposers.TRENDING,
                  Proposers.POPULAR,
                  Proposers.POOL))
          .exploring(Untried.ALL)
          .keeping(
              HAS_A_PRICE, CAN_BE_BOUGHT, NOT_REJECTED, NOT_ON_PAGE, NOT_IN_CART, NOT_JUST_BOUGHT)
          .rankedBy(
              Map.of(
                  Feature.NEXT, 1.0,
                  Feature.HISTORY, 0.8,
                  Feature.SESSION_CATEGORY, 1.0,
                  Feature.TASTE_CATEGORY, 0.6,
                  Feature.TASTE_BRAND, 0.3,
                  Feature.TREND, 0.3,
                  Feature.POPULARITY, 0.3,
                  Feature.RELEVANCE, 0.01))
          .arrangedBy(
              Diverse.BY_CATEGORY_AND_BRAND,
              Map.of(Diverse.CATEGORY_SHARE, 0.25, Diverse.BRAND_SHARE, 0.5));

  private FeedSlot() {}
}
