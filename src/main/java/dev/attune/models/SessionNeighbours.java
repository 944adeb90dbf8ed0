package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import dev.attune.models.counts.Visits;
import dev.attune.models.nearest.Matches;
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
          ProductOrdinals.NONE, new int[0], SparseRows.NONE, new double[0], Settings.DEFAULT);

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

  /** Products that neighbours usually have together, at most. */
  private static final int READY_FOR = 1_024;

  private final ProductOrdinals products;
  private final int[] sessions;
  private final SparseRows recent;
  private final double[] idf;
  private final double[] decays;
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
    return new SessionNeighbours(products, sessions.chained(), recent, idf, settings);
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
   * @param sessions products of each visit in the order of time, newest visit first; the last one
   *     of a visit as its complement
   * @param recent where the visits of each product begin, newest first; the weight is the visit's
   *     recency
   */
  private SessionNeighbours(
      ProductOrdinals products,
      int[] sessions,
      SparseRows recent,
      double[] idf,
      Settings settings) {
    this.products = products;
    this.sessions = sessions;
    this.recent = recent;
    this.idf = idf;
    this.settings = settings;
    this.decays = new double[Visits.LONGEST];
    for (int steps = 0; steps < decays.length; steps++) {
      decays[steps] = Math.pow(settings.distanceDecay(), steps);
    }
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
    int most = 0;
    for (int item : query) {
      most += recent.size(item);
    }
    Matches matches = new Matches(most);
    double weight = 1;
    for (int item : query) {
      for (int place = recent.from(item); place < recent.from(item + 1); place++) {
        matches.add(recent.column(place), item, weight, recent.weight(place));
      }
      weight *= settings.positionDecay();
    }
    int[] nearest = matches.nearest(settings.neighbours());
    int[] begun = new int[nearest.length];
    for (int i = 0; i < begun.length; i++) {
      begun[i] = sessions[matches.visit(nearest[i])];
    }
    Near near = new Near(begun.length);
    for (int i = 0; i < begun.length; i++) {
      read(matches, nearest[i], begun[i], near);
    }
    for (int i = 0; i < near.size; i++) {
      near.worths[i] *= idf[near.items[i]];
    }
    Tally scores = new Tally(READY_FOR);
    for (int i = 0; i < near.size; i++) {
      scores.add(near.items[i], near.worths[i]);
    }
    return scores;
  }

  /** Products of visits as they are read, before what lies far apart in memory is asked for. */
  private static final class Near {
    private static final int USUAL = 4;

    private int[] items;
    private double[] worths;
    private int size;

    Near(int visits) {
      items = new int[visits * USUAL];
      worths = new double[visits * USUAL];
    }

    void add(int item, double worth) {
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
        worths = Arrays.copyOf(worths, size * 2);
      }
      items[size] = item;
      worths[size++] = worth;
    }
  }

  /**
   * Reads the products of a visit, those nearest to the matched one for most.
   *
   * @param begun the visit's first product, read for all visits in one go, because memory answers
   *     many questions at a time nearly as soon as one
   */
  private void read(Matches matches, int match, int begun, Near to) {
    int matched = matches.product(match);
    double alike = matches.weight(match);
    int at = matches.visit(match);
    int steps = 0;
    for (int read = begun; item(read) != matched; read = sessions[at - steps]) {
      steps--;
    }
    for (int read = begun; ; read = sessions[++at]) {
      double near = steps < 0 ? settings.backward() * decays[-steps] : decays[steps];
      to.add(item(read), alike * near);
      if (read < 0) {
        return;
      }
      steps++;
    }
  }

  private static int item(int read) {
    return read < 0 ? ~read : read;
  }
}
