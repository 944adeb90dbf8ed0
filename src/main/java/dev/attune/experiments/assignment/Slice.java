package dev.attune.experiments.assignment;

/**
 * A part of all units: those that a salt deals into a range of buckets. An experiment's slice of
 * its layer is one; so is the global holdout, whose growing and shrinking moves only units at its
 * edge.
 */
public record Slice(String salt, BucketRange buckets) {
  public boolean holds(String unit) {
    return buckets.contains(Buckets.of(salt, unit));
  }
}
