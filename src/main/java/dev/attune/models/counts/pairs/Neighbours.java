package dev.attune.models.counts.pairs;

import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;

/**
 * The best neighbours of a product.
 *
 * @param others the best first
 */
public record Neighbours(int item, int[] others, float[] scores) implements Serializable {
  static Neighbours of(Pairs pairs, int item, Tally sums, PairTotals totals) {
    Tally all = new Tally(sums.size());
    sums.each(
        (other, sum) -> {
          double score = pairs.score(sum, item, other, totals);
          if (score > 0) {
            all.add(other, score);
          }
        });
    int[] best = all.best(pairs.kept(), any -> true);
    float[] scores = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      scores[i] = (float) all.get(best[i]);
    }
    return new Neighbours(item, best, scores);
  }

  /** Of a whole catalog, in any order. */
  public static SparseRows rows(Collection<Neighbours> all, int products) {
    SparseRows.Builder rows = new SparseRows.Builder(products);
    all.stream().sorted(Comparator.comparingInt(Neighbours::item)).forEach(it -> it.addTo(rows));
    return rows.build();
  }

  void addTo(SparseRows.Builder rows) {
    rows.skipTo(item);
    for (int i = 0; i < others.length; i++) {
      rows.add(others[i], scores[i]);
    }
    rows.endRow();
  }
}
