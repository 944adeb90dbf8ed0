package dev.attune.spark;

import dev.attune.models.lines.LogLine;
import org.apache.spark.Partitioner;

/** Keeps all lines of a shopper together. */
final class ByShopper extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int parts;

  ByShopper(int parts) {
    this.parts = parts;
  }

  @Override
  public int numPartitions() {
    return parts;
  }

  @Override
  public int getPartition(Object key) {
    return Math.floorMod(LogLine.shopper((String) key).hashCode(), parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByShopper same && same.parts == parts;
  }

  @Override
  public int hashCode() {
    return parts;
  }
}
