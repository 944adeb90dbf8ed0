package dev.attune.experiments.assignment;

import java.util.List;

/**
 * Experiments of which nobody is in two: each owns buckets of the layer that no other owns. Layers
 * are dealt independently, so what one does is spread evenly over the variants of another.
 *
 * @param salt the layer's own; a change of it deals everybody anew
 */
public record Layer(String salt, List<Share> shares) {
  /** What one experiment owns. */
  public record Share(String experiment, BucketRange buckets) {}

  /**
   * @throws IllegalArgumentException if two experiments overlap, or one has two shares
   */
  public Layer {
    shares = List.copyOf(shares);
    for (int i = 0; i < shares.size(); i++) {
      for (Share other : shares.subList(i + 1, shares.size())) {
        Share share = shares.get(i);
        if (share.buckets.overlaps(other.buckets) || share.experiment.equals(other.experiment)) {
          throw new IllegalArgumentException("In one layer: " + share + " and " + other);
        }
      }
    }
  }

  /** The experiment's slice; an empty one if it owns nothing here. */
  public Slice sliceOf(String experiment) {
    return shares.stream()
        .filter(share -> share.experiment.equals(experiment))
        .findFirst()
        .map(share -> new Slice(salt, share.buckets))
        .orElse(new Slice(salt, BucketRange.first(0)));
  }
}
