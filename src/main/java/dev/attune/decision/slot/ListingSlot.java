package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.HAS_A_PRICE;
import static dev.attune.decision.filter.Filters.NOT_REJECTED;

import dev.attune.decision.Slot;
import dev.attune.decision.source.Products;
import dev.attune.decision.source.Proposers;
import dev.attune.record.Feature;
import java.util.Map;

/** The order of a category page or of search results, for this shopper. */
public final class ListingSlot {
  /** How many products at the top of a list are put into a personal order. */
  public static final int WINDOW = 200;

  /** A category's products: taste may move a product far, what cannot be bought sinks. */
  public static final Slot CATEGORY =
      Slot.named("listing/category")
          .from(Products.of(Proposers.POOL))
          .keeping(HAS_A_PRICE, NOT_REJECTED)
          .rankedBy(
              Map.of(
                  Feature.RELEVANCE, 0.3,
                  Feature.FOR_SALE, 3.0,
                  Feature.POPULARITY, 0.3,
                  Feature.SESSION_CATEGORY, 0.6,
                  Feature.SESSION_BRAND, 0.3,
                  Feature.TASTE_CATEGORY, 0.6,
                  Feature.TASTE_BRAND, 0.6));

  /** Search results: relevance leads, taste decides among neighbours. */
  public static final Slot SEARCH =
      Slot.named("listing/search")
          .from(Products.of(Proposers.POOL))
          .keeping(HAS_A_PRICE, NOT_REJECTED)
          .rankedBy(
              Map.of(
                  Feature.RELEVANCE, 10.0,
                  Feature.FOR_SALE, 1.0,
                  Feature.SESSION_CATEGORY, 0.2,
                  Feature.TASTE_CATEGORY, 0.2,
                  Feature.TASTE_BRAND, 0.2));

  /** A list that the shopper sorted: nothing moves but what must not be shown. */
  public static final Slot SORTED =
      Slot.named("listing/sorted")
          .from(Products.of(Proposers.POOL))
          .keeping(HAS_A_PRICE, NOT_REJECTED)
          .rankedBy(Map.of(Feature.RELEVANCE, 1.0));

  private ListingSlot() {}
}
