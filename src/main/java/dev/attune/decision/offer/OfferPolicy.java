package dev.attune.decision.offer;

import dev.attune.decision.Filter;
import dev.attune.decision.Verdict;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.Map;
import java.util.TreeMap;

/**
 * The margin policy: an offer that takes something off the price leaves a margin, and is not given
 * to somebody who buys without it. What takes nothing off is not judged.
 */
public enum OfferPolicy implements Filter {
  /** Nobody gets what would leave less than the floor. Not judged where costs are unknown. */
  LEAVES_A_MARGIN {
    @Override
    Verdict given(Features offer, Map<String, Double> tuning) {
      double own = offer.get(Feature.MARGIN_FLOOR);
      double floor = own > 0 ? own : tuning.getOrDefault(FLOOR, 0.0);
      double left = left(offer.get(Feature.MARGIN), offer.get(Feature.DISCOUNT));
      return !offer.is(Feature.COSTED) || left >= floor
          ? Verdict.KEEP
          : Verdict.hide(
              "would leave a margin of " + percent(left) + ", the floor is " + percent(floor));
    }
  },
  /** Who buys at the full price needs none, unless they are slipping away. */
  NOT_WHO_BUYS_WITHOUT_IT {
    @Override
    Verdict given(Features offer, Map<String, Double> tuning) {
      double orders = offer.get(Feature.ORDERS);
      double share = offer.get(Feature.DISCOUNT_AFFINITY);
      boolean without =
          orders >= Math.max(1, tuning.getOrDefault(ORDERS, 1.0))
              && share <= tuning.getOrDefault(SHARE, 0.0);
      return without && !offer.is(Feature.LAPSING)
          ? Verdict.hide(
              "buys without it: "
                  + percent(share)
                  + " of what "
                  + Math.round(orders)
                  + " orders brought was cheaper than usual")
          : Verdict.KEEP;
    }
  };

  /** Setting: what an offer has to leave of the price after the cost, 0 to 1. */
  public static final String FLOOR = "margin.floor";

  /** Setting: from so many orders on it is known whether somebody buys at the full price. */
  public static final String ORDERS = "fullprice.orders";

  /** Setting: who bought no more than this share at a discount buys at the full price. */
  public static final String SHARE = "fullprice.share";

  /** What the policy reads, as it is stated where nothing is configured. */
  public static final Map<String, Double> STATED = limits(OfferLimits.STATED);

  /** What it says of an offer that takes something off. */
  abstract Verdict given(Features offer, Map<String, Double> tuning);

  @Override
  public Verdict judge(Features features) {
    return judge(features, STATED);
  }

  @Override
  public Verdict judge(Features features, Map<String, Double> tuning) {
    return features.is(Feature.DISCOUNT) ? given(features, tuning) : Verdict.KEEP;
  }

  /** A slot's settings with the configured ones in place of the policy's stated ones. */
  public static Map<String, Double> tuned(Map<String, Double> tuning, OfferSettings settings) {
    if (!tuning.containsKey(FLOOR)) {
      return tuning;
    }
    Map<String, Double> all = new TreeMap<>(tuning);
    all.putAll(limits(settings));
    return all;
  }

  private static Map<String, Double> limits(OfferSettings settings) {
    return Map.of(
        FLOOR, settings.marginFloor(),
        ORDERS, (double) settings.fullPriceOrders(),
        SHARE, settings.fullPriceShare());
  }

  /**
   * The share of the lower price that is left after the cost; below 0 where it does not cover it.
   */
  static double left(double margin, double discount) {
    return (margin - discount) / (1 - Math.min(discount, .99));
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
