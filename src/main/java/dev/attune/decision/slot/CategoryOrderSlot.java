package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.CAN_BE_BOUGHT;
import static dev.attune.decision.filter.Filters.NOT_REJECTED;

import dev.attune.decision.Slot;
import dev.attune.decision.source.Categories;
import dev.attune.record.Feature;
import java.util.Map;

/** In which order categories stand on the home page. */
public final class CategoryOrderSlot {
  /** Popularity only breaks ties among categories that the shopper never touched. */
  public static final Slot CATEGORY_ORDER =
      Slot.named("categoryOrder")
          .from(Categories.ALL)
          .keeping(CAN_BE_BOUGHT, NOT_REJECTED)
          .rankedBy(
              Map.of(
                  Feature.CAMPAIGN, 10.0,
                  Feature.SESSION_CATEGORY, 1.0,
                  Feature.TASTE_CATEGORY, 2.0,
                  Feature.POPULARITY, 0.02))
          .otherwise(Categories.ALL);

  private CategoryOrderSlot() {}
}
