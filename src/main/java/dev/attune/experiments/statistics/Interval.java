package dev.attune.experiments.statistics;

/**
 * A range of values that are not ruled out, in the units of what it is about; open ends are
 * infinite.
 */
public record Interval(double lower, double upper) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("No interval: " + lower + " to " + upper);
    }
  }

  static Interval around(double estimate, double radius) {
    return new Interval(estimate - radius, estimate + radius);
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** Whether there are numbers to show: an interval that rules out nothing has none. */
  public boolean bounded() {
    return Double.isFinite(lower) && Double.isFinite(upper);
  }

  public double width() {
    return upper - lower;
  }
}
