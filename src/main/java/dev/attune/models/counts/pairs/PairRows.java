package dev.attune.models.counts.pairs;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Sequences;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import dev.attune.platform.work.Aside;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The pairs of a log or a part of one, product by product: more than one product's are never in
 * memory at once.
 */
public final class PairRows implements Iterator<PairRow> {
  private final Pairs pairs;
  private final Sequences all;
  private final int[] counts;
  private final int[] places;
  private Tally sums = new Tally(64);
  private int item = -1;
  private int next;

  /** Of a part of a log. */
  public PairRows(Pairs pairs, Interactions log) {
    this(pairs, pairs.sequences(log), log.products().size());
  }

  private PairRows(Pairs pairs, Sequences all, int products) {
    this.pairs = pairs;
    this.all = all;
    this.counts = all.counts(products);
    this.places = all.places(counts);
    advance();
  }

  /** The neighbours that a whole log gives each product. */
  public static SparseRows neighbours(Pairs pairs, Sequences all, PairTotals totals) {
    SparseRows.Builder neighbours = new SparseRows.Builder(totals.counts().length);
    PairRows rows = new PairRows(pairs, all, totals.counts().length);
    while (rows.hasNext()) {
      Neighbours.of(pairs, rows.item, rows.sums, totals).addTo(neighbours);
      rows.advance();
    }
    return neighbours.build();
  }

  @Override
  public boolean hasNext() {
    return item < counts.length;
  }

  @Override
  public PairRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PairRow row = PairRow.of(item, sums);
    advance();
    return row;
  }

  /** Goes on to the next product that goes with anything. */
  private void advance() {
    sums = sums.emptied();
    while (sums.size() == 0 && ++item < counts.length) {
      for (int to = next + counts[item]; next < to; next++) {
        pairs.count(all, places[next], sums);
        Aside.step();
      }
    }
  }
}
