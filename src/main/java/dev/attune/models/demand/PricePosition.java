package dev.attune.models.demand;

import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where within the prices of a category a shopper goes, cheap or dear: the mean level of what they
 * looked at, put into the cart and bought, drawn to the middle as if they had looked at {@link
 * #PRIOR} products there as well (the posterior mean under a normal prior; Gelman et al., Bayesian
 * Data Analysis, 2013, section 2.5).
 *
 * @param level 0 to 1, as of {@link PriceLevels}
 * @param sure how much of it is the shopper's own, 0 to below 1
 */
public record PricePosition(double level, double sure) {
  /** Nobody's in particular. */
  public static final PricePosition UNKNOWN = new PricePosition(.5, 0);

  private static final double PRIOR = 4;

  /** As much more they say than a look, as for tastes. */
  private static final double CART = 3;

  private static final double BOUGHT = 5;

  /** What a history tells. */
  public static PricePosition of(Profile profile, PriceLevels levels) {
    Mean mean = new Mean(levels);
    mean.add(profile.viewed(), 1);
    mean.add(profile.cart(), CART);
    mean.add(profile.bought(), BOUGHT);
    return mean.weight == 0
        ? UNKNOWN
        : new PricePosition(
            (mean.sum + PRIOR * UNKNOWN.level) / (mean.weight + PRIOR),
            mean.weight / (mean.weight + PRIOR));
  }

  /** How well a product of this level fits, 0 to 1; the less is known, the less anything fits. */
  public double fit(double ofProduct) {
    return sure * (1 - Math.abs(ofProduct - level));
  }

  private static final class Mean {
    private final PriceLevels levels;
    private double sum;
    private double weight;

    Mean(PriceLevels levels) {
      this.levels = levels;
    }

    void add(List<Touched> products, double each) {
      for (Touched touched : products) {
        OptionalDouble level = levels.of(touched.product());
        if (level.isPresent()) {
          sum += each * level.getAsDouble();
          weight += each;
        }
      }
    }
  }
}
