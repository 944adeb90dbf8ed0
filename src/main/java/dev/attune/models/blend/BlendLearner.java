package dev.attune.models.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns how much each feature counts, from which of several shown things was taken: a conditional
 * logit (McFadden 1974) in which the place on the page has a share of its own, so that what stood
 * in front does not seem better only for that. The stated weights are where learning begins and
 * what it is drawn to; what it finds is used only where it explains withheld decisions better.
 */
public final class BlendLearner {
  /** Fewer decisions of which something was taken leave the stated weights. */
  public static final int ENOUGH = 500;

  /** One decision in five is withheld to see whether what was learned is better. */
  private static final int WITHHELD = 5;

  /** How strongly weights are drawn to the stated ones: as that many decisions would. */
  private static final double PULL = 20;

  /** Learned weights stay within this many times the stated one. */
  private static final double FURTHEST = 4;

  /** Less than this makes no page better. */
  private static final double WORTH = .002;

  private static final double TINY = 1e-3;

  /** The 95 % point of the normal distribution. */
  private static final double SURE = 1.645;

  private final List<String> features;
  private final double[] stated;

  /**
   * @param stated weights by feature, above 0; other settings are not learned
   */
  public BlendLearner(Map<String, Double> stated) {
    this.features = stated.keySet().stream().sorted().toList();
    this.stated = features.stream().mapToDouble(stated::get).toArray();
  }

  /** In this order {@link Shown} tells a thing's features. */
  public List<String> features() {
    return features;
  }

  /** The weights that these decisions suggest. */
  public Blend learn(List<Shown> decisions) {
    if (decisions.size() < ENOUGH || stated.length == 0) {
      return new Blend(weights(stated), decisions.size(), false, null);
    }
    List<Shown> taught = new ArrayList<>();
    List<Shown> withheld = new ArrayList<>();
    for (Shown shown : decisions) {
      (Math.floorMod(shown.hash(), WITHHELD) == 0 ? withheld : taught).add(shown);
    }
    Choice before = new Choice(new double[] {1}, places(decisions), scaled(taught));
    before.fit(new double[] {0});
    double[] prior = times(stated, Math.max(before.weight(0), TINY));
    Choice after = new Choice(prior, places(decisions), taught);
    after.fit(pull(prior));
    double[] found = new double[stated.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = Math.max(0, after.weight(i));
    }
    double size = sum(found) / sum(stated);
    if (size < TINY) {
      return new Blend(weights(stated), decisions.size(), false, 0.0);
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = Math.min(FURTHEST * stated[i], found[i] / size);
    }
    double[] gains = gains(withheld, before, after, times(found, size));
    boolean better = better(gains);
    return new Blend(weights(better ? found : stated), decisions.size(), better, mean(gains));
  }

  /** One feature: the score by the stated weights. */
  private List<Shown> scaled(List<Shown> decisions) {
    return decisions.stream()
        .map(
            shown ->
                new Shown(
                    shown.hash(),
                    shown.features().stream().map(it -> new double[] {score(it, stated)}).toList(),
                    shown.taken()))
        .toList();
  }

  /** The same for all, so that small stated weights may grow. */
  private static double[] pull(double[] prior) {
    double spread = Math.max(Arrays.stream(prior).max().orElse(1), TINY);
    double[] pull = new double[prior.length];
    Arrays.fill(pull, PULL / (spread * spread));
    return pull;
  }

  /** By how much likelier each withheld taken thing is with what was found. */
  private double[] gains(List<Shown> withheld, Choice before, Choice after, double[] found) {
    List<Shown> scored = scaled(withheld);
    double[] gains = new double[withheld.size()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] =
          after.logLikelihood(withheld.get(i), found)
              - before.logLikelihood(scored.get(i), new double[] {before.weight(0)});
    }
    return gains;
  }

  private static boolean better(double[] gains) {
    double mean = mean(gains);
    double squares = 0;
    for (double gain : gains) {
      squares += (gain - mean) * (gain - mean);
    }
    int n = gains.length;
    return n > 1 && mean > WORTH && mean - SURE * Math.sqrt(squares / (n - 1.0) / n) > 0;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  private static int places(List<Shown> decisions) {
    return decisions.stream().mapToInt(shown -> shown.features().size()).max().orElse(1);
  }

  static double score(double[] features, double[] weights) {
    double score = 0;
    for (int i = 0; i < features.length; i++) {
      score += features[i] * weights[i];
    }
    return score;
  }

  private static double[] times(double[] values, double factor) {
    double[] product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return product;
  }

  private Map<String, Double> weights(double[] values) {
    Map<String, Double> weights = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      weights.put(features.get(i), values[i]);
    }
    return weights;
  }
}
