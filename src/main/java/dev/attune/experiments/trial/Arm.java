package dev.attune.experiments.trial;

import dev.attune.experiments.assignment.Variant;
import java.util.Map;

/**
 * A variant and what it does.
 *
 * @param weight its part of the sum of all weights, 1 to 10,000
 * @param tuning settings of slots by name that it replaces; empty unless TUNED
 */
public record Arm(String key, int weight, Treatment treatment, Map<String, Double> tuning) {
  public Arm {
    tuning = Map.copyOf(tuning);
    if (!tuning.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("A weight must be a finite number: " + tuning);
    }
  }

  /** What dealing needs to know of it. */
  public Variant variant() {
    return new Variant(key, weight);
  }
}
