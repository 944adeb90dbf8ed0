package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.IS_LIVE;
import static dev.attune.decision.filter.Filters.NOT_ON_PAGE;

import dev.attune.decision.Slot;
import dev.attune.decision.rank.Diverse;
import dev.attune.decision.source.Stories;
import dev.attune.record.Feature;
import java.util.Map;

/** Which guides and collections stand on the home page. */
public final class StorySlots {
  private static final Map<Feature, Double> BY_INTEREST =
      Map.of(
          Feature.CAMPAIGN, 2.0,
          Feature.SESSION_CATEGORY, 1.0,
          Feature.TASTE_CATEGORY, 1.0,
          Feature.POPULARITY, 0.2,
          Feature.PRIORITY, 0.01);

  public static final Slot CONTENT =
      Slot.named("content")
          .from(Stories.GUIDES)
          .keeping(IS_LIVE, NOT_ON_PAGE)
          .rankedBy(BY_INTEREST)
          .arrangedBy(Diverse.BY_CATEGORY_AND_BRAND, Map.of(Diverse.CATEGORY_SHARE, 0.5));

  public static final Slot COLLECTIONS =
      Slot.named("collections")
          .from(Stories.COLLECTIONS)
          .keeping(IS_LIVE, NOT_ON_PAGE)
          .rankedBy(BY_INTEREST);

  private StorySlots() {}
}
