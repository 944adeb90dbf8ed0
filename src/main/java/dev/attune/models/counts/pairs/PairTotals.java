package dev.attune.models.counts.pairs;

import dev.attune.models.compact.Sequences;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What pairs are compared with.
 *
 * @param counts in how many sequences each product is
 * @param sequences all of them
 */
public record PairTotals(int[] counts, int sequences) implements Serializable {
  public static PairTotals of(Sequences all, int products) {
    return new PairTotals(all.counts(products), all.count());
  }

  /** Of both logs together. */
  public PairTotals plus(PairTotals other) {
    int[] both = new int[counts.length];
    Arrays.setAll(both, item -> counts[item] + other.counts[item]);
    return new PairTotals(both, sequences + other.sequences);
  }
}
