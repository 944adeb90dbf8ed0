package dev.attune.decision.offer;

/** The margin policy's limits; {@link #STATED} where nothing is configured. */
public record OfferLimits(double marginFloor, int fullPriceOrders, double fullPriceShare)
    implements OfferSettings {
  public static final OfferLimits STATED = new OfferLimits(.15, 3, .2);
}
