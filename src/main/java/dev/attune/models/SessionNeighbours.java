package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import dev.attune.models.counts.Visits;
import java.util.Arrays;
import java.util.List;

/**
 * What comes next in this visit: what came in the most similar recent visits of others. After
 * VMIS-kNN (Kersbergen, Sprangers, Schelter: Serenade, SIGMOD 2022): an index from a product to its
 * most recent visits makes the search for neighbours independent of the length of the log.
 */
public final class SessionNeighbours {
  /** No visits. */
  public static final SessionNeighbours NONE =
      new SessionNeighbours(
          ProductOrdinals.NONE, SparseRows.NONE, SparseRows.NONE, new double[0], Settings.DEFAULT);

  /**
   * How neighbours are found and counted.
   *
   * @param mostRecent visits kept for each product, m in the paper
   * @param neighbours visits that are counted, k in the paper
   * @param longest products of the visit at hand that are looked at, the newest ones
   * @param positionDecay what an older product of the visit at hand is worth of the next newer one
   * @param distanceDecay what a product of a neighbour is worth one step further from the match
   * @param backward what a product of a neighbour is worth that came before the match
   * @param recencyDays half-life of a neighbour's worth
   * @param repeats whether products of the visit at hand may come back
   */
  public record Settings(
      int mostRecent,
      int neighbours,
      int longest,
      double positionDecay,
      double distanceDecay,
      double backward,
      double recencyDays,
      boolean repeats) {
    public static final Settings DEFAULT = new Settings(500, 500, 10, .5, .8, .6, 120, false);
  }

  private final ProductOrdinals products;
  private final SparseRows sessions;
  private final SparseRows recent;
  private final double[] idf;
  private final Settings settings;

  static SessionNeighbours of(Visits visits, ProductOrdinals products, Settings settings) {
    List<Visits.Visit> newest = visits.newest();
    SparseRows.Builder rows = new SparseRows.Builder(newest.size());
    for (Visits.Visit visit : newest) {
      double days = (newest.get(0).end() - visit.end()) / 86_400.0;
      for (int item : visit.items()) {
        rows.add(item, Math.pow(.5, days / settings.recencyDays()));
      }
      rows.endRow();
    }
    double[] idf = new double[products.size()];
    for (int i = 0; i < idf.length; i++) {
      double rarity = (double) Math.max(1, visits.all()) / Math.max(1, visits.counts()[i]);
      idf[i] = 1 + Math.log(rarity);
    }
    SparseRows sessions = rows.build();
    SparseRows recent = sessions.transposed(newest.size(), idf.length, settings.mostRecent());
    return new SessionNeighbours(products, sessions, recent, idf, settings);
  }

  /** Visits that came after these, whose products are as rare as they are among these. */
  SessionNeighbours beside(Interactions lately) {
    SessionNeighbours live = of(Visits.of(lately), lately.products(), settings);
    return new SessionNeighbours(
        live.products,
        live.sessions,
        live.recent,
        idf.length == live.idf.length ? idf : live.idf,
        settings);
  }

  /**
   * @param sessions products of each visit in the order of time, newest visit first; the weight is
   *     the visit's recency
   * @param recent visits of each product, newest first
   */
  private SessionNeighbours(
      ProductOrdinals products,
      SparseRows sessions,
      SparseRows recent,
      double[] idf,
      Settings settings) {
    this.products = products;
    this.sessions = sessions;
    this.recent = recent;
    this.idf = idf;
    this.settings = settings;
  }

  /**
   * The products that most likely come next.
   *
   * @param session what the visit at hand touched, the newest first; unknown products are skipped
   */
  public List<Scored> next(List<ProductId> session, int n) {
    Tally scores = scores(session.stream().mapToInt(products::of).filter(it -> it >= 0).toArray());
    return scores.best(
        n,
        item -> settings.repeats() || !session.contains(products.id(item)),
        (item, score) -> new Scored(products.id(item), score));
  }

  /** What comes after these products, the newest first, by product number. */
  Tally scores(int[] session) {
    int[] query = Arrays.stream(session).distinct().limit(settings.longest()).toArray();
    Tally similar = new Tally(512);
    Tally matches = new Tally(512);
    for (int i = 0; i < query.length; i++) {
      double weight = Math.pow(settings.positionDecay(), i);
      int matched = query[i];
      recent.each(
          matched,
          (visit, unused) -> {
            similar.add(visit, weight);
            matches.putIfAbsent(visit, matched);
          });
    }
    Tally scores = new Tally(512);
    for (int visit : similar.best(settings.neighbours(), any -> true)) {
      count(visit, (int) matches.get(visit), similar.get(visit), scores);
    }
    return scores;
  }

  private void count(int visit, int match, double similarity, Tally scores) {
    int at = sessions.indexOf(visit, match);
    int[] place = {0};
    sessions.each(
        visit,
        (item, recency) -> {
          int steps = place[0]++ - at;
          double near = Math.pow(settings.distanceDecay(), Math.abs(steps));
          near *= steps < 0 ? settings.backward() : 1;
          scores.add(item, similarity * recency * near * idf[item]);
        });
  }
}
