package dev.attune.experiments.statistics;

/**
 * What all statistics here need to know of a variant's units (visitors), whatever their number:
 * count, means and centred sums of squares and products of three columns. <i>Value</i> is the
 * metric or, for a ratio, its numerator (money in minor units, orders, 0 or 1); <i>base</i> is a
 * ratio's denominator (orders; 0 where there is none); <i>before</i> is what the unit did before
 * its exposure (0 where nothing is known).
 *
 * <p>Parts of a variant (days, nodes) merge by the pairwise update of Chan, Golub and LeVeque
 * (1979), which does not cancel. PostgreSQL gives the same numbers as {@code count}, {@code avg},
 * {@code regr_sxx} and {@code regr_sxy}; exact raw sums become moments through {@link Sums}.
 */
public record Moments(long units, Means means, Squares squares) {
  /** Nobody yet. */
  public static final Moments NONE =
      new Moments(0, new Means(0, 0, 0), new Squares(0, 0, 0, 0, 0, 0));

  /** Means a unit. */
  public record Means(double value, double base, double before) {}

  /** Sums over units of squared deviations from the mean, and of products of two deviations. */
  public record Squares(
      double value,
      double base,
      double before,
      double valueBase,
      double valueBefore,
      double baseBefore) {
    public Squares {
      if (!(value >= 0 && base >= 0 && before >= 0)) {
        throw new IllegalArgumentException("A sum of squares is below zero or no number");
      }
    }
  }

  public Moments {
    if (units < 0 || !Double.isFinite(means.value + means.base + means.before)) {
      throw new IllegalArgumentException("No moments: " + units + " units, " + means);
    }
  }

  /** One unit. */
  public static Moments of(double value, double base, double before) {
    return new Moments(1, new Means(value, base, before), new Squares(0, 0, 0, 0, 0, 0));
  }

  /** These units and those, none of which is in both. */
  public Moments merge(Moments other) {
    if (units == 0) {
      return other;
    }
    if (other.units == 0) {
      return this;
    }
    long all = units + other.units;
    double share = (double) other.units / all;
    double value = other.means.value - means.value;
    double base = other.means.base - means.base;
    double before = other.means.before - means.before;
    double apart = units * share;
    return new Moments(
        all,
        new Means(
            means.value + share * value, means.base + share * base, means.before + share * before),
        new Squares(
            squares.value + other.squares.value + apart * value * value,
            squares.base + other.squares.base + apart * base * base,
            squares.before + other.squares.before + apart * before * before,
            squares.valueBase + other.squares.valueBase + apart * value * base,
            squares.valueBefore + other.squares.valueBefore + apart * value * before,
            squares.baseBefore + other.squares.baseBefore + apart * base * before));
  }
}
