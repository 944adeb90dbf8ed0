package dev.attune.experiments.statistics;

import java.util.List;

/**
 * Takes out of a metric what was to be expected from before the exposure (CUPED; Deng, Xu, Kohavi
 * and Walker, WSDM 2013, section 3): {@code metric - theta * (before - mean before)} with {@code
 * theta = cov(metric, before) / var(before)}, which leaves {@code 1 - rho^2} of the variance. Theta
 * is pooled within variants, so that a difference between them does not bend it, and one for all of
 * them. Of a ratio its linear part is adjusted (appendix B there).
 *
 * @param theta units of the metric for a unit of before; 0 adjusts nothing
 * @param before mean over all variants' units
 */
public record Cuped(Metric metric, double theta, double before) {
  /** The metric as it is. */
  public static Cuped none(Metric metric) {
    return new Cuped(metric, 0, 0);
  }

  /** Adjusted by what these variants of one experiment show. */
  public static Cuped of(Metric metric, List<Moments> variants) {
    Moments all = Moments.NONE;
    double products = 0;
    double squares = 0;
    for (Moments variant : variants) {
      all = all.merge(variant);
      products += metric.withBefore(variant);
      squares += variant.squares().before();
    }
    return squares > 0 ? new Cuped(metric, products / squares, all.means().before()) : none(metric);
  }

  /** The metric's level in one of the variants. */
  public Level level(Moments variant) {
    double squares =
        metric.squares(variant)
            - 2 * theta * metric.withBefore(variant)
            + theta * theta * variant.squares().before();
    double mean = metric.of(variant) - theta * (variant.means().before() - before);
    return metric.tells(variant)
        ? Level.of(variant.units(), mean, squares)
        : Level.silent(variant.units(), mean);
  }
}
