package dev.attune.experiments.statistics;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.special.Gamma;

/**
 * Whether the variants got the shares of units that they should have. Where they did not, something
 * loses units of one variant, and no number of the experiment can be believed.
 *
 * @param logEvidence natural logarithm of the Bayes factor of a Dirichlet mixture around the
 *     intended shares against them, a test martingale and so valid at every look (Lindon and Malek,
 *     "Anytime-Valid Inference for Multinomial Count Data", NeurIPS 2022, equation 4)
 * @param chiSquare Pearson's statistic, for display
 * @param chiSquareP its p-value, which holds for one look only
 */
public record SampleRatio(
    List<Long> units, double logEvidence, double chiSquare, double chiSquareP) {
  /**
   * The chance of a false stop over an experiment's life: it costs an experiment, so it is small.
   */
  public static final double ALPHA = .001;

  /**
   * Sum of the Dirichlet's parameters: how close to the intended shares the suspected ones are, as
   * if so many units had been seen. Chosen in the simulation of decision 016.
   */
  static final double CONCENTRATION = 1000;

  public SampleRatio {
    units = List.copyOf(units);
  }

  /**
   * @param units counted in each variant
   * @param weights intended for each, above zero, of any sum
   * @throws IllegalArgumentException if there are not as many of both, at least two
   */
  public static SampleRatio of(List<Long> units, List<Integer> weights) {
    if (units.size() != weights.size() || units.size() < 2) {
      throw new IllegalArgumentException(units.size() + " counts, " + weights.size() + " weights");
    }
    double allWeights = weights.stream().mapToInt(Integer::intValue).sum();
    long all = units.stream().mapToLong(Long::longValue).sum();
    double log = Gamma.logGamma(CONCENTRATION) - Gamma.logGamma(CONCENTRATION + all);
    double chiSquare = 0;
    for (int i = 0; i < units.size(); i++) {
      double share = weights.get(i) / allWeights;
      long count = units.get(i);
      double prior = CONCENTRATION * share;
      log += Gamma.logGamma(prior + count) - Gamma.logGamma(prior) - count * Math.log(share);
      double expected = all * share;
      chiSquare += all == 0 ? 0 : (count - expected) * (count - expected) / expected;
    }
    ChiSquaredDistribution distribution = new ChiSquaredDistribution(units.size() - 1);
    return new SampleRatio(
        units, log, chiSquare, 1 - distribution.cumulativeProbability(chiSquare));
  }

  /** Valid at every look. */
  public double pValue() {
    return Mixture.pValue(logEvidence);
  }

  /** Whether the experiment must stop. */
  public boolean mismatch() {
    return pValue() <= ALPHA;
  }
}
