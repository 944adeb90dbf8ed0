package dev.attune.decision.slot;

import static dev.attune.decision.filter.Filters.FOR_THIS_AUDIENCE;
import static dev.attune.decision.filter.Filters.IS_LIVE;
import static dev.attune.decision.filter.Filters.NOT_ON_PAGE;

import dev.attune.decision.Slot;
import dev.attune.decision.offer.OfferPolicy;
import dev.attune.decision.source.Offers;
import dev.attune.record.Feature;
import java.util.Map;

/** Which offers a shopper is told of: those that leave a margin, to those who need them. */
public final class OfferSlot {
  public static final Slot OFFERS =
      Slot.named("offers")
          .from(Offers.ALL)
          .keeping(
              IS_LIVE,
              FOR_THIS_AUDIENCE,
              NOT_ON_PAGE,
              OfferPolicy.LEAVES_A_MARGIN,
              OfferPolicy.NOT_WHO_BUYS_WITHOUT_IT)
          .within(OfferPolicy.STATED)
          .rankedBy(
              Map.of(
                  Feature.CAMPAIGN, 2.0,
                  Feature.SESSION_CATEGORY, 1.0,
                  Feature.TASTE_CATEGORY, 1.0,
                  Feature.STAGE, 0.5,
                  Feature.WELCOME, 0.5,
                  Feature.LAPSING, 0.4,
                  Feature.DISCOUNT_AFFINITY, 0.3,
                  Feature.PRIORITY, 0.1));

  private OfferSlot() {}
}
