package dev.attune.models.counts.pairs;

import dev.attune.models.ItemNeighbours;
import dev.attune.models.compact.Fixed;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Sequence;
import dev.attune.models.compact.Sequences;
import dev.attune.models.compact.Tally;

/** What shoppers had near to a product over all their visits. */
public record HistoryPairs(ItemNeighbours.Settings settings) implements Pairs {
  public static final HistoryPairs DEFAULT = new HistoryPairs(ItemNeighbours.Settings.DEFAULT);

  @Override
  public Sequences sequences(Interactions log) {
    Sequences histories = new Sequences();
    log.eachShopper(span -> histories.add(Sequence.lasts(log, span)));
    return histories;
  }

  @Override
  public void count(Sequences all, int at, Tally sums) {
    Interactions.Span history = all.around(at);
    double share = 1 / Math.log(2 + history.to() - history.from());
    int from = Math.max(history.from(), at - settings.window());
    int to = Math.min(history.to(), at + settings.window() + 1);
    double ahead = share;
    for (int i = at + 1; i < to; i++) {
      sums.add(all.item(i), Fixed.step(ahead * near(all, i, at)));
      ahead *= settings.distanceDecay();
    }
    double behind = share * settings.backward();
    for (int i = at - 1; i >= from; i--) {
      sums.add(all.item(i), Fixed.step(behind * near(all, i, at)));
      behind *= settings.distanceDecay();
    }
  }

  private double near(Sequences all, int i, int at) {
    return settings.near(all.second(i) - all.second(at));
  }

  @Override
  public double score(double sum, int item, int other, PairTotals totals) {
    double norm = Math.sqrt(Math.max(1, totals.counts()[item]));
    return sum / norm / Math.pow(totals.counts()[other], settings.popularity());
  }

  @Override
  public int kept() {
    return settings.neighbours();
  }
}
