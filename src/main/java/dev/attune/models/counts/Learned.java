package dev.attune.models.counts;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Sequences;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.counts.pairs.CartPairs;
import dev.attune.models.counts.pairs.HistoryPairs;
import dev.attune.models.counts.pairs.PairRows;
import dev.attune.models.counts.pairs.PairTotals;
import dev.attune.models.demand.SearchTerms;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that models learn from a log: what one machine makes of it at once and a cluster of its
 * parts, to the same bytes. Vectors, and what comes of the catalog alone, are made of it where it
 * is used.
 *
 * @param products by their numbers
 * @param cut the time of the training
 * @param together neighbours by {@link CartPairs}
 * @param near neighbours by {@link HistoryPairs}
 */
public record Learned(
    List<ProductId> products,
    Instant cut,
    Extent extent,
    Demand demand,
    Visits visits,
    Rhythms rhythms,
    Orders orders,
    SearchTerms searches,
    Histories sample,
    Steps steps,
    SparseRows together,
    SparseRows near) {
  public Learned {
    products = List.copyOf(products);
  }

  /** From a log at hand. */
  public static Learned of(
      Interactions log, SearchTerms.Found searches, long events, Instant cut, Took took) {
    int products = log.products().size();
    Sequences carts = took.timed("boughtTogether", () -> CartPairs.DEFAULT.sequences(log));
    PairTotals cartTotals = PairTotals.of(carts, products);
    SparseRows together =
        took.timed(
            "boughtTogether", () -> PairRows.neighbours(CartPairs.DEFAULT, carts, cartTotals));
    Sequences histories =
        took.timed("itemNeighbours", () -> HistoryPairs.DEFAULT.sequences(log.taught()));
    PairTotals historyTotals = PairTotals.of(histories, products);
    SparseRows near =
        took.timed(
            "itemNeighbours",
            () -> PairRows.neighbours(HistoryPairs.DEFAULT, histories, historyTotals));
    Counted counted = Counted.of(log, searches, events, cut, cartTotals, historyTotals, took);
    return of(counted, log.products(), cut, together, near);
  }

  /** From the sum of a log's parts and the neighbours that their pairs gave. */
  public static Learned of(
      Counted counted,
      ProductOrdinals products,
      Instant cut,
      SparseRows together,
      SparseRows near) {
    return new Learned(
        IntStream.range(0, products.size()).mapToObj(products::id).toList(),
        cut,
        counted.extent(),
        counted.demand(),
        counted.visits(),
        counted.rhythms(),
        counted.orders(),
        counted.searches().finish(),
        counted.sample(),
        counted.steps(),
        together,
        near);
  }

  /** The same by the numbers of a catalog that may be another. */
  public Learned in(ProductOrdinals catalog) {
    List<ProductId> now = IntStream.range(0, catalog.size()).mapToObj(catalog::id).toList();
    if (now.equals(products)) {
      return this;
    }
    Renumbering to = new Renumbering(products, catalog);
    return new Learned(
        now,
        cut,
        extent,
        demand.in(to),
        visits.in(to),
        rhythms.in(to),
        orders,
        searches,
        sample.in(to),
        steps.in(to),
        to.rows(together),
        to.rows(near));
  }
}
