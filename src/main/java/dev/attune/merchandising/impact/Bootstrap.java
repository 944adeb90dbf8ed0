package dev.attune.merchandising.impact;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Intervals of 95 % for means over decisions, by resampling whole shoppers: the percentile
 * bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13) of a ratio
 * over clusters (Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 3.8).
 * The same input has the same interval, to the bit.
 */
final class Bootstrap {
  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20_261_122;
  private static final double TAIL = .025;

  private Bootstrap() {}

  /** Where a mean is with 95 % confidence. */
  record Interval(double low, double high) {}

  /**
   * One interval for each statistic.
   *
   * @param sums for each shopper the sum of each statistic over their decisions
   * @param sizes for each shopper how many decisions those are
   * @return none for fewer than two shoppers: nothing tells how much they differ
   */
  static List<Interval> of(List<double[]> sums, List<Double> sizes) {
    int shoppers = sums.size();
    if (shoppers < 2) {
      return List.of();
    }
    int statistics = sums.get(0).length;
    double[][] means = new double[statistics][RESAMPLES];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int r = 0; r < RESAMPLES; r++) {
      double[] sum = new double[statistics];
      double size = 0;
      for (int i = 0; i < shoppers; i++) {
        int drawn = random.nextInt(shoppers);
        size += sizes.get(drawn);
        double[] of = sums.get(drawn);
        for (int s = 0; s < statistics; s++) {
          sum[s] += of[s];
        }
      }
      for (int s = 0; s < statistics; s++) {
        means[s][r] = sum[s] / size;
      }
    }
    return Arrays.stream(means).map(Bootstrap::interval).toList();
  }

  private static Interval interval(double[] means) {
    Arrays.sort(means);
    return new Interval(quantile(means, TAIL), quantile(means, 1 - TAIL));
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
