package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.CAN_BE_BOUGHT;
import static dev.attune.decision.filter.Filters.HAS_A_PRICE;
import static dev.attune.decision.filter.Filters.NOT_A_SECOND_OF_ITS_KIND;
import static dev.attune.decision.filter.Filters.NOT_FOR_OTHER_PEOPLE;
import static dev.attune.decision.filter.Filters.NOT_IN_CART;
import static dev.attune.decision.filter.Filters.NOT_ITSELF;
import static dev.attune.decision.filter.Filters.NOT_JUST_BOUGHT;
import static dev.attune.decision.filter.Filters.NOT_OF_ITS_OWN_KIND;
import static dev.attune.decision.filter.Filters.NOT_ON_PAGE;
import static dev.attune.decision.filter.Filters.NOT_REJECTED;
import static dev.attune.decision.source.Proposers.BEST_OF_TASTE;
import static dev.attune.decision.source.Proposers.BOUGHT_TOGETHER;
import static dev.attune.decision.source.Proposers.DUE_AGAIN;
import static dev.attune.decision.source.Proposers.GOES_WITH_CART;
import static dev.attune.decision.source.Proposers.LIKE_HISTORY;
import static dev.attune.decision.source.Proposers.NEW;
import static dev.attune.decision.source.Proposers.NEWEST;
import static dev.attune.decision.source.Proposers.NEXT_IN_SESSION;
import static dev.attune.decision.source.Proposers.POOL;
import static dev.attune.decision.source.Proposers.POPULAR;
import static dev.attune.decision.source.Proposers.POPULAR_BESIDE_A_CART;
import static dev.attune.decision.source.Proposers.RECENTLY_VIEWED;
import static dev.attune.decision.source.Proposers.RELATED;
import static dev.attune.decision.source.Proposers.ROUTINE;
import static dev.attune.decision.source.Proposers.SIMILAR;
import static dev.attune.decision.source.Proposers.TRENDING;

import dev.attune.decision.Filter;
import dev.attune.decision.Slot;
import dev.attune.decision.rank.Diverse;
import dev.attune.decision.source.Products;
import dev.attune.decision.source.Proposer;
import dev.attune.decision.source.Untried;
import dev.attune.record.Feature;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rails: from which models each draws, and what counts for how much. */
public final class RailSlots {
  /** What no rail shows. */
  private static final Filter[] ALWAYS = {
    HAS_A_PRICE, CAN_BE_BOUGHT, NOT_REJECTED, NOT_ON_PAGE, NOT_ITSELF
  };

  /** What a rail of suggestions does not show either. */
  private static final Filter[] SUGGESTING = {
    HAS_A_PRICE, CAN_BE_BOUGHT, NOT_REJECTED, NOT_ON_PAGE, NOT_ITSELF, NOT_IN_CART, NOT_JUST_BOUGHT
  };

  /** What a rail of products that are like the one on the page does not show either. */
  private static final Filter[] COMPARING =
      Stream.concat(Stream.of(SUGGESTING), Stream.of(NOT_FOR_OTHER_PEOPLE)).toArray(Filter[]::new);

  /** What a rail that completes the product on the page does not show either. */
  private static final Filter[] COMPLEMENTING = {
    HAS_A_PRICE,
    CAN_BE_BOUGHT,
    NOT_REJECTED,
    NOT_ON_PAGE,
    NOT_ITSELF,
    NOT_IN_CART,
    NOT_JUST_BOUGHT,
    NOT_OF_ITS_OWN_KIND,
    NOT_FOR_OTHER_PEOPLE
  };

  /** What no rail beside a cart shows. */
  private static final Filter[] COMPLETING = {
    HAS_A_PRICE,
    CAN_BE_BOUGHT,
    NOT_REJECTED,
    NOT_ON_PAGE,
    NOT_ITSELF,
    NOT_IN_CART,
    NOT_JUST_BOUGHT,
    NOT_A_SECOND_OF_ITS_KIND
  };

  /** A stated guess: fitting the cart's prices counts a fifth of going with what is in it. */
  private static final double FITTING = 0.2;

  /** Decides between products that are about as wanted: a whole margin is worth this much. */
  private static final double MARGIN = 0.05;

  /** A price that fits for sure counts a third of a category that does. */
  private static final double PRICE_TASTE = 0.2;

  /** What is ignored for good falls behind what only the shopper's category speaks for. */
  private static final double IGNORED = -0.6;

  /** What was asked for comes before what a shopper likes besides: more than two likings count. */
  private static final double NEAREST = 2;

  private static final Map<Feature, Double> FOR_YOU =
      Map.of(
          Feature.NEXT, 1.0,
          Feature.GOES_WITH_CART, 0.5,
          Feature.HISTORY, 0.8,
          Feature.SESSION_CATEGORY, 0.6,
          Feature.TASTE_CATEGORY, 0.6,
          Feature.TASTE_BRAND, 0.3,
          Feature.PRICE_TASTE, PRICE_TASTE,
          Feature.POPULARITY, 0.2,
          Feature.IGNORED, IGNORED);

  private static final Map<Placement, Slot> SLOTS = new EnumMap<>(Placement.class);

  static {
    rail(Placement.HOME_FOR_YOU, SUGGESTING, FOR_YOU, forYou())
        .exploring(Untried.ALL)
        .otherwise(Products.of(NEWEST));
    rail(
            Placement.HOME_TRENDING,
            SUGGESTING,
            Map.of(
                Feature.TREND, 1.0,
                Feature.POPULARITY, 0.5,
                Feature.TASTE_CATEGORY, 0.1,
                Feature.MARGIN, MARGIN,
                Feature.IGNORED, IGNORED),
            TRENDING,
            POPULAR)
        .exploring(Untried.ALL)
        .otherwise(Products.of(NEWEST));
    rail(
            Placement.HOME_RECENTLY_VIEWED,
            ALWAYS,
            Map.of(Feature.RECENTLY_VIEWED, 1.0),
            RECENTLY_VIEWED)
        .arrangedBy((ranked, first, tuning) -> ranked.stream().limit(first).toList(), Map.of());
    rail(Placement.HOME_BUY_AGAIN, ALWAYS, Map.of(Feature.DUE_AGAIN, 1.0), DUE_AGAIN);
    rail(
            Placement.HOME_NEW_FOR_YOU,
            SUGGESTING,
            Map.of(
                Feature.NEWNESS, 1.0,
                Feature.SESSION_CATEGORY, 0.5,
                Feature.TASTE_CATEGORY, 0.7,
                Feature.TASTE_BRAND, 0.3,
                Feature.PRICE_TASTE, PRICE_TASTE,
                Feature.IGNORED, IGNORED),
            NEW)
        .otherwise(Products.of(NEWEST));
    rail(
            Placement.PRODUCT_SIMILAR,
            COMPARING,
            Map.of(
                Feature.SIMILAR, 1.0,
                Feature.TASTE_BRAND, 0.1,
                Feature.POPULARITY, 0.1),
            SIMILAR)
        .otherwise(Products.of(POPULAR));
    rail(
            Placement.PRODUCT_COMPLEMENTARY,
            COMPLEMENTING,
            Map.of(Feature.RELATED, 1.5, Feature.BOUGHT_TOGETHER, 1.0, Feature.TASTE_BRAND, 0.1),
            RELATED,
            BOUGHT_TOGETHER)
        .otherwise(Products.of(POPULAR));
    rail(
            Placement.PRODUCT_BOUGHT_TOGETHER,
            SUGGESTING,
            Map.of(Feature.BOUGHT_TOGETHER, 1.0),
            BOUGHT_TOGETHER)
        .otherwise(Products.of(RELATED, SIMILAR, POPULAR));
    rail(
            Placement.CART_COMPLEMENTARY,
            COMPLETING,
            Map.of(
                Feature.GOES_WITH_CART, 1.0,
                Feature.RELATED, 1.0,
                Feature.PRICE_FIT, FITTING,
                Feature.TASTE_CATEGORY, 0.1),
            GOES_WITH_CART,
            RELATED)
        .otherwise(Products.of(POPULAR_BESIDE_A_CART));
    rail(
            Placement.CART_COMPLETE_THE_ROUTINE,
            COMPLETING,
            Map.of(Feature.RELATED, 1.0, Feature.GOES_WITH_CART, 0.5, Feature.POPULARITY, 0.1),
            ROUTINE)
        .otherwise(Products.of(RELATED, GOES_WITH_CART));
    rail(
            Placement.CATEGORY_TOP,
            SUGGESTING,
            Map.of(
                Feature.POPULARITY, 1.0,
                Feature.MARGIN, MARGIN,
                Feature.TASTE_BRAND, 0.5,
                Feature.TASTE_CATEGORY, 0.3,
                Feature.SESSION_CATEGORY, 0.3,
                Feature.PRICE_TASTE, PRICE_TASTE,
                Feature.IGNORED, IGNORED),
            POPULAR)
        .exploring(Untried.ALL)
        .otherwise(Products.of(NEWEST));
    Map<Feature, Double> nearest = new EnumMap<>(FOR_YOU);
    nearest.put(Feature.RELEVANCE, NEAREST);
    rail(Placement.SEARCH_NO_RESULTS, SUGGESTING, nearest, andForYou(POOL))
        .otherwise(Products.of(NEWEST));
    rail(Placement.EMAIL_PICKS, SUGGESTING, FOR_YOU, forYou()).otherwise(Products.of(NEWEST));
  }

  private RailSlots() {}

  /** The slot of this placement. */
  public static Slot of(Placement placement) {
    Slot slot = SLOTS.get(placement);
    if (slot == null) {
      throw new IllegalStateException("No slot for " + placement);
    }
    return slot;
  }

  private static Proposer[] forYou() {
    return new Proposer[] {NEXT_IN_SESSION, LIKE_HISTORY, BEST_OF_TASTE, GOES_WITH_CART, POPULAR};
  }

  private static Proposer[] andForYou(Proposer first) {
    return Stream.concat(Stream.of(first), Stream.of(forYou())).toArray(Proposer[]::new);
  }

  /** Diversity: of twelve, at most four of one leaf category and six of one brand. */
  private static Slot rail(
      Placement placement, Filter[] filters, Map<Feature, Double> weights, Proposer... from) {
    Slot slot =
        Slot.named("rail/" + placement)
            .from(Products.of(from))
            .keeping(filters)
            .rankedBy(weights)
            .arrangedBy(
                Diverse.BY_CATEGORY_AND_BRAND,
                Map.of(Diverse.CATEGORY_SHARE, 1.0 / 3, Diverse.BRAND_SHARE, 0.5));
    SLOTS.put(placement, slot);
    return slot;
  }
}
