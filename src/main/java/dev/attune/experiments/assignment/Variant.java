package dev.attune.experiments.assignment;

/**
 * One of an experiment's ways.
 *
 * @param weight its part of the sum of all weights, 1 to 10,000
 */
public record Variant(String key, int weight) {
  public Variant {
    if (key.isBlank() || weight < 1 || weight > Buckets.COUNT) {
      throw new IllegalArgumentException("No variant: '" + key + "' of weight " + weight);
    }
  }
}
