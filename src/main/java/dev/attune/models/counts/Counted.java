package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import dev.attune.models.counts.pairs.CartPairs;
import dev.attune.models.counts.pairs.HistoryPairs;
import dev.attune.models.counts.pairs.PairTotals;
import dev.attune.models.demand.SearchTerms;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a log, or a part of one with whole shoppers, comes to, except its pairs of products, which
 * are too many to hold all at once.
 *
 * @param carts what pairs of {@link CartPairs} are compared with
 * @param histories what pairs of {@link HistoryPairs} are compared with
 */
public record Counted(
    Extent extent,
    Demand demand,
    Visits visits,
    Rhythms rhythms,
    Orders orders,
    SearchTerms.Found searches,
    Histories sample,
    Steps steps,
    PairTotals carts,
    PairTotals histories)
    implements Serializable {

  /**
   * @param events that came in
   * @param now what decays is decayed up to here
   */
  public static Counted of(Interactions log, SearchTerms.Found searches, long events, Instant now) {
    int products = log.products().size();
    return of(
        log,
        searches,
        events,
        now,
        PairTotals.of(CartPairs.DEFAULT.sequences(log), products),
        PairTotals.of(HistoryPairs.DEFAULT.sequences(log.taught()), products),
        new Took());
  }

  static Counted of(
      Interactions log,
      SearchTerms.Found searches,
      long events,
      Instant now,
      PairTotals carts,
      PairTotals histories,
      Took took) {
    Interactions taught = log.taught();
    return new Counted(
        Extent.of(log, events),
        took.timed("popularity", () -> Demand.of(log, now)),
        took.timed("sessionNeighbours", () -> Visits.of(taught)),
        took.timed("buyAgain", () -> Rhythms.of(log)),
        took.timed("multiples", () -> Orders.of(log)),
        searches,
        took.timed("vectors", () -> Histories.of(taught)),
        Steps.of(log),
        carts,
        histories);
  }

  /** Of both parts together: the same in any order. */
  public Counted plus(Counted other) {
    return new Counted(
        extent.plus(other.extent),
        demand.plus(other.demand),
        visits.plus(other.visits),
        rhythms.plus(other.rhythms),
        orders.plus(other.orders),
        searches.plus(other.searches),
        sample.plus(other.sample),
        steps.plus(other.steps),
        carts.plus(other.carts),
        histories.plus(other.histories));
  }
}
