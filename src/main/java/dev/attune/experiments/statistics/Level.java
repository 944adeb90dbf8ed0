package dev.attune.experiments.statistics;

/**
 * A metric's mean in one variant.
 *
 * @param mean in units of the metric
 * @param variance of the mean, not of a unit; infinite where the variant cannot tell yet
 * @param alike whether that is because all of its units are the same
 */
public record Level(long units, double mean, double variance, boolean alike) {
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

  /** One whose units differ. */
  public Level(long units, double mean, double variance) {
    this(units, mean, variance, false);
  }

  /**
   * @param squares sum of squared deviations from the mean; a variant where all units are alike
   *     (nobody bought yet) has not shown its spread
   */
  static Level of(long units, double mean, double squares) {
    if (units < FIRST_LOOK) {
      return silent(units, mean);
    }
    return squares > 0
        ? new Level(units, mean, squares / (units - 1) / units)
        : new Level(units, mean, Double.POSITIVE_INFINITY, true);
  }

  /** A variant that cannot tell yet. */
  static Level silent(long units, double mean) {
    return new Level(units, mean, Double.POSITIVE_INFINITY);
  }

  /**
   * The same, or with another one's spread of a unit where all of its own units are alike: where
   * the variants do not differ it has that, too, and where it has none this is too wide rather than
   * too narrow.
   */
  Level spreadAs(Level other) {
    return alike && Double.isFinite(other.variance)
        ? new Level(units, mean, other.variance * other.units / units)
        : this;
  }
}
