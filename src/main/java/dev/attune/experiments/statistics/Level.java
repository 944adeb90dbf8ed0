package dev.attune.experiments.statistics;

/**
 * A metric's mean in one variant.
 *
 * @param mean in units of the metric
 * @param variance of the mean, not of a unit; infinite where the variant cannot tell yet
 */
public record Level(long units, double mean, double variance) {
  /**
   * Units below which a variant says nothing: what is shown is asymptotic, and the spread of a
   * handful is a guess. In the simulations of decision 016 twenty were as good; tails heavier than
   * theirs are what the others are for.
   */
  public static final long FIRST_LOOK = 100;

  public Level {
    if (units < 0 || !Double.isFinite(mean) || !(variance >= 0)) {
      throw new IllegalArgumentException("No level: " + units + ", " + mean + ", " + variance);
    }
  }

  /**
   * @param squares sum of squared deviations from the mean; a variant where all units are alike
   *     (nobody bought yet) has not shown its spread
   */
  static Level of(long units, double mean, double squares) {
    boolean tells = units >= FIRST_LOOK && squares > 0;
    double variance = tells ? squares / (units - 1) / units : Double.POSITIVE_INFINITY;
    return new Level(units, mean, variance);
  }
}
