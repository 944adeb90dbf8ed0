package dev.attune.models.counts.pairs;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Sequences;
import dev.attune.models.compact.Tally;
import java.io.Serializable;

/** A way to count what products have to do with each other, pair by pair. */
public interface Pairs extends Serializable {
  /** The sequences in which products meet. */
  Sequences sequences(Interactions log);

  /**
   * Adds what the product at a place has to do with the others of its sequence, on the grid of
   * {@link dev.attune.models.compact.Fixed#step}.
   */
  void count(Sequences all, int at, Tally sums);

  /** What a pair's sum comes to; 0 leaves the pair out. */
  double score(double sum, int item, int other, PairTotals totals);

  /** Neighbours that are kept for each product. */
  int kept();
}
