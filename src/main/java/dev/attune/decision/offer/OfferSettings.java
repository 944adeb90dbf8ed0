package dev.attune.decision.offer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When offers may be given. */
@ConfigMapping(prefix = "attune.offers")
public interface OfferSettings {
  /** What an offer has to leave of the price after the cost, 0 to 1, unless it says otherwise. */
  @WithDefault("0.15")
  double marginFloor();

  /** From so many orders on it is known whether somebody buys at the full price. */
  @WithDefault("3")
  int fullPriceOrders();

  /** Who bought no more than this share of it at a discount buys at the full price, 0 to 1. */
  @WithDefault("0.2")
  double fullPriceShare();
}
