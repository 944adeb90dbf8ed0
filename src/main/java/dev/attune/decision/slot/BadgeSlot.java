package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.FOR_THIS_LANGUAGE;
import static dev.attune.decision.filter.Filters.FOR_THIS_MARKET;
import static dev.attune.decision.filter.Filters.FOR_THIS_SEGMENT;
import static dev.attune.decision.filter.Filters.FOR_THIS_TIME;

import dev.attune.decision.Slot;
import dev.attune.decision.rank.OfEach;
import dev.attune.decision.source.badge.Badges;
import dev.attune.record.Feature;
import java.util.Map;

/**
 * What the products of a list are marked with, decided for all of them at once; as many as are
 * asked for are of each product. The pool is the products.
 */
public final class BadgeSlot {
  /**
   * At the middle priority of 50 a badge of the merchant's own stands between what is scarce and
   * what is cheap, from 75 on before all that the shop finds out by itself but a shopper's brand
   * and what a shopper waited for.
   */
  private static final double OWN = 1.5;

  /** A stated guess: that something is back is worth less than that it goes soon. */
  private static final double BACK = 0.7;

  /** A stated guess: who waited for it sees that before anything else that is true of it. */
  private static final double WAITED_FOR = 0.8;

  /**
   * The shopper's own things come before the shop's, what is scarce before what is cheap; who buys
   * at a discount sees prices before scarcity, who knows the shop sees what is new before what
   * sells best, and a newcomer the other way round.
   */
  public static final Slot BADGES =
      Slot.named("badges")
          .from(Badges.ALL)
          .keeping(FOR_THIS_MARKET, FOR_THIS_LANGUAGE, FOR_THIS_TIME, FOR_THIS_SEGMENT)
          .rankedBy(
              Map.of(
                  Feature.DUE_AGAIN, 1.1,
                  Feature.GOES_WITH_CART, 1.0,
                  Feature.LOW_STOCK, 0.8,
                  Feature.PRICE_DROP, 0.6,
                  Feature.DISCOUNT_AFFINITY, 0.4,
                  Feature.OWN_SIZE, 0.5,
                  Feature.TASTE_BRAND, 1.2,
                  Feature.BESTSELLER, 0.3,
                  Feature.NEWNESS, 0.2,
                  Feature.STAGE, 0.15))
          .rankedBy(
              Map.of(
                  Feature.WELCOME, 0.1,
                  Feature.PRIORITY, OWN,
                  Feature.BACK_IN_STOCK, BACK,
                  Feature.WAITED_FOR, WAITED_FOR))
          .arrangedBy(OfEach.GROUP, Map.of())
          .otherwise(Badges.OF_CATALOG);

  private BadgeSlot() {}
}
