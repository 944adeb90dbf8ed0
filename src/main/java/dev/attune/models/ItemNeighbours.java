package dev.attune.models;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Sequence;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes with a long history: products that others had near to the same products, over all their
 * visits. Directed co-occurrence with decay over distance and time between; long histories and
 * popular products say less (Sarwar et al., WWW 2001; inverse user frequency after Breese et al.,
 * UAI 1998).
 */
public final class ItemNeighbours {
  /** No histories. */
  public static final ItemNeighbours NONE =
      new ItemNeighbours(ProductOrdinals.NONE, SparseRows.NONE, Settings.DEFAULT);

  /**
   * How neighbours are counted.
   *
   * @param window products further apart than this in a history have nothing to do with each other
   * @param distanceDecay what a pair is worth one step further apart
   * @param backward what a pair is worth when the neighbour came first
   * @param gapDays half-life of a pair's worth over the time between its two
   * @param gapFloor what a pair is worth however long the time between
   * @param popularity exponent of the neighbour's count that its sum is divided by: 0 favours
   *     popular products, 1 rare ones
   * @param olderDecay what an older product of a history is worth of the next newer one
   * @param neighbours kept for each product
   */
  public record Settings(
      int window,
      double distanceDecay,
      double backward,
      double gapDays,
      double gapFloor,
      double popularity,
      double olderDecay,
      int neighbours) {
    public static final Settings DEFAULT = new Settings(20, .9, .3, 30, .3, .2, .6, 200);

    /** What the time between two products leaves of what they have to do with each other. */
    double near(int seconds) {
      return gapFloor + (1 - gapFloor) * Math.pow(.5, Math.abs(seconds) / 86_400.0 / gapDays);
    }
  }

  private final ProductOrdinals products;
  private final SparseRows neighbours;
  private final Settings settings;

  private ItemNeighbours(ProductOrdinals products, SparseRows neighbours, Settings settings) {
    this.products = products;
    this.neighbours = neighbours;
    this.settings = settings;
  }

  static ItemNeighbours of(Interactions log, Settings settings) {
    List<Sequence> histories = new ArrayList<>();
    int size = log.products().size();
    log.eachShopper(span -> histories.add(Sequence.lasts(log, span)));
    SparseRows.Builder occurrences = new SparseRows.Builder(histories.size());
    double[] counts = new double[size];
    for (Sequence history : histories) {
      for (int place = 0; place < history.size(); place++) {
        occurrences.add(history.items()[place], place);
        counts[history.items()[place]]++;
      }
      occurrences.endRow();
    }
    SparseRows byProduct =
        occurrences.build().transposed(histories.size(), size, Integer.MAX_VALUE);
    SparseRows.Builder rows = new SparseRows.Builder(size);
    Tally sums = new Tally(1024);
    for (int item = 0; item < size; item++) {
      sums.clear();
      byProduct.each(
          item, (history, place) -> count(histories.get(history), (int) place, settings, sums));
      Tally scores = new Tally(sums.size());
      double norm = Math.sqrt(Math.max(1, counts[item]));
      sums.each(
          (other, sum) ->
              scores.add(other, sum / norm / Math.pow(counts[other], settings.popularity())));
      for (int other : scores.best(settings.neighbours(), any -> true)) {
        rows.add(other, scores.get(other));
      }
      rows.endRow();
    }
    return new ItemNeighbours(log.products(), rows.build(), settings);
  }

  private static void count(Sequence history, int place, Settings settings, Tally sums) {
    double share = 1 / Math.log(2 + history.size());
    int from = Math.max(0, place - settings.window());
    int to = Math.min(history.size(), place + settings.window() + 1);
    for (int i = from; i < to; i++) {
      if (i != place) {
        double near =
            Math.pow(settings.distanceDecay(), Math.abs(i - place) - 1)
                * settings.near(history.seconds()[i] - history.seconds()[place]);
        double order = i > place ? 1 : settings.backward();
        sums.add(history.items()[i], share * near * order);
      }
    }
  }

  /** What goes with these products, the newest first, by product number. */
  Tally scores(int[] history) {
    Tally scores = new Tally(1024);
    double weight = 1;
    for (int item : history) {
      double times = weight;
      neighbours.each(item, (other, near) -> scores.add(other, near * times));
      weight *= settings.olderDecay();
    }
    return scores;
  }

  /**
   * What goes best with a history, without the history itself.
   *
   * @param history products with how much each counts; unknown ones are skipped
   */
  public List<Scored> forHistory(List<Scored> history, int n) {
    Tally scores = new Tally(1024);
    Tally known = new Tally(history.size());
    for (Scored touched : history) {
      int item = products.of(touched.product());
      if (item >= 0) {
        known.putIfAbsent(item, 1);
        neighbours.each(item, (other, near) -> scores.add(other, near * touched.score()));
      }
    }
    return scores.best(
        n, item -> known.get(item) == 0, (item, score) -> new Scored(products.id(item), score));
  }
}
