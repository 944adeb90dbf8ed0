package dev.attune.models.blend;

import java.util.List;

/**
 * What one decision showed, and what was taken of it.
 *
 * @param hash of the decision's id, by which it is learned from or withheld
 * @param features of each shown thing in the order shown, by the learner's order of features
 * @param taken place of the thing that was taken, from 0; of several the first to be taken
 */
public record Shown(int hash, List<double[]> features, int taken) {
  public Shown {
    features = List.copyOf(features);
    if (taken < 0 || taken >= features.size()) {
      throw new IllegalArgumentException("What was taken was shown");
    }
  }
}
