package dev.attune.search.evaluation;

import java.util.List;

/** Discounted cumulative gain (Burges et al., 2005): 2^rating - 1 over log2(rank + 1). */
final class Gain {
  private Gain() {}

  /**
   * @param ratings from the first rank on
   */
  static double of(List<Double> ratings, int depth) {
    double sum = 0;
    for (int i = 0; i < Math.min(depth, ratings.size()); i++) {
      sum += (Math.pow(2, ratings.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }
}
