package dev.attune.experiments.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** Counts of experiments in which something happened, with what is known of its chance. */
final class Tally {
  /** The long form: {@code -Dattune.test.experiments=20000}. */
  static final int EXPERIMENTS = Integer.getInteger("attune.test.experiments", 2_000);

  private final String name;
  private int count;

  Tally(String name) {
    this.name = name;
  }

  void add(boolean happened) {
    count += happened ? 1 : 0;
  }

  /** Clopper and Pearson's 95 % interval. */
  double atLeast() {
    return count == 0
        ? 0
        : new BetaDistribution(count, EXPERIMENTS - count + 1).inverseCumulativeProbability(.025);
  }

  double atMost() {
    return count == EXPERIMENTS
        ? 1
        : new BetaDistribution(count + 1, EXPERIMENTS - count).inverseCumulativeProbability(.975);
  }

  @Override
  public String toString() {
    return String.format(
        "%s: %d of %d (%.2f %% to %.2f %%)",
        name, count, EXPERIMENTS, 100 * atLeast(), 100 * atMost());
  }
}
