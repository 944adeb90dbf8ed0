package dev.attune.experiments.statistics;

/**
 * How far a treatment is from its control, with its spread.
 *
 * @param estimate in units of the metric
 * @param variance of the estimate; infinite where the variants cannot tell yet
 * @param units of both variants
 */
public record Contrast(double estimate, double variance, long units) {
  public Contrast {
    if (!Double.isFinite(estimate) || !(variance >= 0) || units < 0) {
      throw new IllegalArgumentException("No contrast: " + estimate + ", " + variance);
    }
  }

  /** Treatment less control, in units of the metric. */
  public static Contrast difference(Level treatment, Level control) {
    return against(treatment, control, 1, 0);
  }

  /** Treatment less a share of control, and less an amount: what a tolerated loss is judged by. */
  static Contrast against(Level treatment, Level control, double share, double amount) {
    return new Contrast(
        treatment.mean() - share * control.mean() - amount,
        treatment.variance() + share * share * control.variance(),
        treatment.units() + control.units());
  }

  /** The estimate in standard errors; 0 where the variants cannot tell yet. */
  public double z() {
    return estimate / Math.sqrt(variance);
  }

  /** What is not ruled out, at this look and all others. */
  public Interval interval(Mixture mixture) {
    return Interval.around(estimate, Math.sqrt(variance) * mixture.twoSided(units));
  }

  /** The one-sided bounds, each of which holds by itself. */
  Interval bounds(Mixture mixture) {
    return Interval.around(estimate, Math.sqrt(variance) * mixture.oneSided(units));
  }
}
