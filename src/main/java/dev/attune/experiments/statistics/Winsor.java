package dev.attune.experiments.statistics;

import java.util.Arrays;

/**
 * The bounds that a heavy-tailed value is cut to before it is summed (winsorizing), so that one
 * wholesale order does not decide an experiment. The bounds are a quantile and its mirror of all
 * variants' units together, or of the time before the experiment, and must be fixed before the
 * first look: a cap that is read off the data once their difference is known is no cap but a
 * choice. What is then compared are means of capped values; the report shows the cap.
 *
 * @param floor in units of the value; below zero only where values are (margin after returns)
 * @param cap in units of the value
 * @param quantile of the cap, .5 to 1; the floor's is 1 less it
 */
public record Winsor(double floor, double cap, double quantile) {
  /** Everything counts as it is. */
  public static final Winsor NONE =
      new Winsor(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

  public Winsor {
    if (!(floor <= cap && quantile >= .5 && quantile <= 1)) {
      throw new IllegalArgumentException("No bounds: " + floor + " to " + cap + " at " + quantile);
    }
  }

  /** The bounds of these values of all variants' units together; none for no values. */
  public static Winsor at(double quantile, double[] pooled) {
    if (pooled.length == 0) {
      return NONE;
    }
    double[] sorted = pooled.clone();
    Arrays.sort(sorted);
    return new Winsor(between(sorted, 1 - quantile), between(sorted, quantile), quantile);
  }

  public double apply(double value) {
    return Math.max(floor, Math.min(cap, value));
  }

  /** Hyndman and Fan (1996), definition 7; PostgreSQL's {@code percentile_cont}. */
  private static double between(double[] sorted, double quantile) {
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
