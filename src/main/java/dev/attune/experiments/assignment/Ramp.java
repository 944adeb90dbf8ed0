package dev.attune.experiments.assignment;

import java.util.List;

/**
 * How much of an experiment's slice takes part, raised step by step. Who takes part at one step
 * does so at all later ones, and in the same variant, because the ramp is dealt by a salt of its
 * own.
 *
 * @param steps in buckets of 10,000, rising: 100 is 1 %
 * @param step the index of the one that holds
 */
public record Ramp(List<Integer> steps, int step) {
  /** Everybody in the slice. */
  public static final Ramp FULL = new Ramp(List.of(Buckets.COUNT), 0);

  public Ramp {
    steps = List.copyOf(steps);
    int before = 0;
    for (int buckets : steps) {
      if (buckets <= before || buckets > Buckets.COUNT) {
        throw new IllegalArgumentException("A ramp does not rise from 1 to 10,000: " + steps);
      }
      before = buckets;
    }
    if (step < 0 || step >= steps.size()) {
      throw new IllegalArgumentException("Step " + step + " of " + steps.size());
    }
  }

  /** The next step, or this one if it is the last. */
  public Ramp raised() {
    return new Ramp(steps, Math.min(step + 1, steps.size() - 1));
  }

  BucketRange buckets() {
    return BucketRange.first(steps.get(step));
  }
}
