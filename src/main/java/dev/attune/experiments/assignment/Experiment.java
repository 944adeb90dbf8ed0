package dev.attune.experiments.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What assigning needs to know of a running experiment.
 *
 * @param salt the experiment's own. Variants, their order and their weights must not change under
 *     one salt: that would move units between variants
 * @param variants control first, at least two
 * @param slice of its layer
 * @param holdout the global one, of units that no experiment touches
 */
public record Experiment(
    String key, String salt, List<Variant> variants, Slice slice, Ramp ramp, Slice holdout) {

  public Experiment {
    variants = List.copyOf(variants);
    Set<String> keys = new HashSet<>();
    if (variants.size() < 2 || !variants.stream().allMatch(variant -> keys.add(variant.key()))) {
      throw new IllegalArgumentException(
          "An experiment needs two variants of different keys: " + key);
    }
  }

  Optional<Variant> variant(String variantKey) {
    return variants.stream().filter(variant -> variant.key().equals(variantKey)).findFirst();
  }

  boolean ramped(String unit) {
    return ramp.buckets().contains(Buckets.of(salt + "/ramp", unit));
  }

  /** The variant that weights and hash give, whether or not the unit takes part. */
  Variant dealt(String unit) {
    int bucket = Buckets.of(salt + "/variant", unit);
    long all = variants.stream().mapToLong(Variant::weight).sum();
    long sum = 0;
    for (Variant variant : variants) {
      sum += variant.weight();
      if (bucket * all < sum * Buckets.COUNT) {
        return variant;
      }
    }
    throw new IllegalStateException("Bucket " + bucket + " is beyond all weights");
  }
}
