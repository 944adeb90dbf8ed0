package dev.attune.experiments.assignment;

/** Buckets from {@code from} up to but not including {@code to}; may be empty. */
public record BucketRange(int from, int to) {
  public BucketRange {
    if (from < 0 || to < from || to > Buckets.COUNT) {
      throw new IllegalArgumentException("No range of buckets: " + from + " to " + to);
    }
  }

  /** The first so many buckets. */
  public static BucketRange first(int buckets) {
    return new BucketRange(0, buckets);
  }

  public boolean contains(int bucket) {
    return from <= bucket && bucket < to;
  }

  boolean overlaps(BucketRange other) {
    return Math.max(from, other.from) < Math.min(to, other.to);
  }
}
