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
                  Feature.CONVERSION, 0.2,
                  Feature.SESSION_CATEGORY, 0.6,
                  Feature.SESSION_BRAND, 0.3,
                  Feature.TASTE_CATEGORY, 0.6,
                  Feature.TASTE_BRAND, 0.6));

  /**
   * How far taste, popularity and conversion together may lift a search result: it never passes one
   * that matches better by more than this share of the best match. Chosen by measurement
   * (docs/decisions/012).
   */
  public static final double SEARCH_BOUND = .03;

  /** What cannot be bought sinks below all that match at least this much as well. */
  private static final double SOLD_OUT = .3;

  /** Search results: relevance leads, taste decides among neighbours. */
  public static final Slot SEARCH =
      Slot.named("listing/search")
          .from(Products.of(Proposers.POOL))
          .keeping(HAS_A_PRICE, NOT_REJECTED)
          .rankedBy(
              Map.of(
                  Feature.RELEVANCE, 1.0,
                  Feature.FOR_SALE, SOLD_OUT,
                  Feature.SESSION_CATEGORY, .3 * SEARCH_BOUND,
                  Feature.TASTE_CATEGORY, .2 * SEARCH_BOUND,
                  Feature.TASTE_BRAND, .3 * SEARCH_BOUND,
                  Feature.POPULARITY, .1 * SEARCH_BOUND,
                  Feature.CONVERSION, .1 * SEARCH_BOUND));

  /** A list that the shopper sorted: nothing moves but what must not be shown. */
  public static final Slot SORTED =
      Slot.named("listing/sorted")
          .from(Products.of(Proposers.POOL))
          .keeping(HAS_A_PRICE, NOT_REJECTED)
          .rankedBy(Map.of(Feature.RELEVANCE, 1.0));

  private ListingSlot() {}
}
