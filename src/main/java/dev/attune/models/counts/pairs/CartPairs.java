package dev.attune.models.counts.pairs;

import dev.attune.models.BoughtTogether;
import dev.attune.models.compact.Fixed;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Sequence;
import dev.attune.models.compact.Sequences;
import dev.attune.models.compact.Tally;
import dev.attune.models.compact.Touch;

/** What follows a product into the cart or the order of the same visit. */
public record CartPairs(BoughtTogether.Settings settings) implements Pairs {
  public static final CartPairs DEFAULT = new CartPairs(BoughtTogether.Settings.DEFAULT);

  @Override
  public Sequences sequences(Interactions log) {
    Sequences carts = new Sequences();
    log.eachSession(
        span -> {
          Sequence cart = Sequence.firsts(log, span, Touch::chosen);
          if (cart.size() > 0) {
            carts.add(cart);
          }
        });
    return carts;
  }

  /** What is in the cart at the same instant came in no order and follows each other. */
  @Override
  public void count(Sequences all, int at, Tally sums) {
    Interactions.Span cart = all.around(at);
    int to = Math.min(cart.to(), cart.from() + settings.longest());
    for (int i = cart.from(); i < to; i++) {
      if (i != at && all.second(i) >= all.second(at)) {
        int between = Math.abs(i - at) - 1;
        sums.add(all.item(i), Fixed.step(Math.pow(settings.distanceDecay(), between)));
      }
    }
  }

  @Override
  public double score(double sum, int item, int other, PairTotals totals) {
    if (sum < settings.support()) {
      return 0;
    }
    double usual = (double) totals.counts()[other] / totals.sequences();
    double smoothing = settings.confidenceSmoothing();
    double confidence = (sum + smoothing * usual) / (totals.counts()[item] + smoothing);
    double second = totals.counts()[other] + settings.popularitySmoothing();
    double lift = confidence / (second / totals.sequences());
    return BoughtTogether.score(sum, lift, totals.counts()[item], settings);
  }

  @Override
  public int kept() {
    return settings.neighbours();
  }
}
