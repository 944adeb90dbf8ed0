package dev.attune.experiments.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many units an experiment needs before it starts, and what it could find with so many. Units
 * are those of the two variants that are compared, together; effects are in units of the metric.
 *
 * @param alpha of one comparison, two-sided; see {@link Family#each}
 * @param power the chance to find an effect that is there, .8 by custom
 * @param treatmentShare of all units that arrive, in (0, 1)
 * @param controlShare of all units that arrive
 */
public record Plan(double alpha, double power, double treatmentShare, double controlShare) {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** How it is looked at. */
  public enum Looking {
    /** Once, at the end: {@code z(1 - alpha / 2)} standard errors. */
    ONCE {
      @Override
      double boundary(double alpha) {
        return NORMAL.inverseCumulativeProbability(1 - alpha / 2);
      }
    },
    /**
     * Whenever one likes: {@link Mixture} tuned for the planned units. The power is that of the
     * last look; earlier ones can only add to it.
     */
    ANYTIME {
      @Override
      double boundary(double alpha) {
        return Math.sqrt(Mixture.narrowest(alpha));
      }
    };

    /** Standard errors that an estimate must be away from zero at the planned units. */
    abstract double boundary(double alpha);
  }

  public Plan {
    boolean shares = treatmentShare > 0 && controlShare > 0 && treatmentShare + controlShare <= 1;
    if (!(alpha > 0 && alpha < 1 && power >= .5 && power < 1 && shares)) {
      throw new IllegalArgumentException("No plan: alpha " + alpha + ", power " + power);
    }
  }

  /**
   * Units to find an effect of this size with the plan's power.
   *
   * @param variance of one unit's metric, the same in both variants
   * @param effect above zero
   */
  public long units(Looking looking, double variance, double effect) {
    if (!(effect > 0)) {
      throw new IllegalArgumentException("An effect of " + effect + " is never found");
    }
    double away = away(looking);
    return (long) Math.ceil(away * away * spread(variance) / (effect * effect));
  }

  /** The smallest effect that so many units find with the plan's power. */
  public double effect(Looking looking, double variance, long units) {
    return away(looking) * Math.sqrt(spread(variance) / units);
  }

  /** Days until so many units have come, or the longest there is if nobody comes. */
  public long days(long units, double arrivalsADay) {
    return (long) Math.ceil(units / (arrivalsADay * (treatmentShare + controlShare)));
  }

  /**
   * The chance to find an effect at a look after so many units, with a mixture tuned for others.
   */
  public double powerAt(Mixture mixture, double variance, double effect, long units) {
    double z = effect / Math.sqrt(spread(variance) / units);
    return NORMAL.cumulativeProbability(z - mixture.twoSided(units));
  }

  private double away(Looking looking) {
    return looking.boundary(alpha) + NORMAL.inverseCumulativeProbability(power);
  }

  /** Variance of a difference of two means, times the units of both. */
  private double spread(double variance) {
    double both = treatmentShare + controlShare;
    return variance * (both / treatmentShare + both / controlShare);
  }
}
