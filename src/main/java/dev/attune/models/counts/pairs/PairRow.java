package dev.attune.models.counts.pairs;

import dev.attune.models.compact.Tally;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What one product has to do with others in a log or a part of one.
 *
 * @param others ascending
 * @param sums on the grid of {@link dev.attune.models.compact.Fixed#step}
 */
public record PairRow(int item, int[] others, double[] sums) implements Serializable {
  static PairRow of(int item, Tally sums) {
    int[] others = new int[sums.size()];
    int[] next = {0};
    sums.each((other, sum) -> others[next[0]++] = other);
    Arrays.sort(others);
    return new PairRow(item, others, Arrays.stream(others).mapToDouble(sums::get).toArray());
  }

  /** Of both parts together. */
  public PairRow plus(PairRow other) {
    Tally both = tally();
    for (int i = 0; i < other.others.length; i++) {
      both.add(other.others[i], other.sums[i]);
    }
    return of(item, both);
  }

  /** The neighbours that come of it. */
  public Neighbours neighbours(Pairs pairs, PairTotals totals) {
    return Neighbours.of(pairs, item, tally(), totals);
  }

  private Tally tally() {
    Tally tally = new Tally(others.length);
    for (int i = 0; i < others.length; i++) {
      tally.add(others[i], sums[i]);
    }
    return tally;
  }
}
