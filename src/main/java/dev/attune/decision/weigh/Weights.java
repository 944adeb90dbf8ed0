package dev.attune.decision.weigh;

import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much each feature counts in one decision. */
public final class Weights {
  private static final Feature[] ALL = Feature.values();

  private final Feature[] features;
  private final double[] weights;

  private Weights(Feature[] features, double[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /** Those among recorded settings. */
  public static Weights of(Map<String, Double> tuning) {
    Feature[] features = new Feature[ALL.length];
    double[] weights = new double[ALL.length];
    int size = 0;
    for (Feature feature : ALL) {
      Double weight = tuning.get(feature.name());
      if (weight != null) {
        features[size] = feature;
        weights[size++] = weight;
      }
    }
    Feature[] weighed = new Feature[size];
    System.arraycopy(features, 0, weighed, 0, size);
    return new Weights(weighed, weights);
  }

  /** The sum of the features' values, each times its weight. */
  public double score(Features known) {
    double score = 0;
    for (int i = 0; i < features.length; i++) {
      score += weights[i] * known.get(features[i]);
    }
    return score;
  }

  /**
   * What each feature that is not 0 adds to the score; found out when it is asked.
   *
   * @param lift what merchants' rules add
   */
  public Map<Feature, Double> contributions(Features known, double lift) {
    return new Contributions(this, known, lift);
  }

  /** The feature that contributed most, the first of equals; null when none added anything. */
  public static @Nullable Feature most(Map<Feature, Double> contributions) {
    if (contributions instanceof Contributions ours) {
      return ours.most();
    }
    @Nullable Feature most = null;
    double added = 0;
    for (Map.Entry<Feature, Double> entry : contributions.entrySet()) {
      if (entry.getValue() > added) {
        added = entry.getValue();
        most = entry.getKey();
      }
    }
    return most;
  }

  int size() {
    return features.length;
  }

  Feature feature(int i) {
    return features[i];
  }

  /** What one feature adds; 0 for one without a weight. */
  double added(Feature feature, Features known) {
    for (int i = 0; i < features.length; i++) {
      if (features[i] == feature) {
        return added(i, known);
      }
    }
    return 0;
  }

  double added(int i, Features known) {
    return weights[i] * known.get(features[i]);
  }
}
