package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Tally;
import dev.attune.models.counts.Learned;
import dev.attune.models.nearest.Likeness;
import dev.attune.models.sequence.FactorSettings;
import dev.attune.models.sequence.Factors;
import dev.attune.models.sequence.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper wants next, after a whole history or within a visit: what neighbours know exactly,
 * blended with what vectors guess where neighbours have seen little.
 */
public final class NextProducts {
  /** Nothing comes next. */
  public static final NextProducts NONE =
      new NextProducts(
          ProductOrdinals.NONE,
          ItemNeighbours.NONE,
          SessionNeighbours.NONE,
          null,
          Vectors.NONE,
          Settings.DEFAULT);

  /**
   * How the two are blended: each gives a product a share, of all that its neighbours say or of the
   * chances by vectors, and the powers of both are added.
   *
   * @param factors how vectors are learned
   * @param candidates that the vectors propose beside the neighbours, and that are compared with
   *     the history; 200 brought no more
   * @param power exponent of a share; below 1 it favours what both know a little
   * @param afterHistory what vectors count after a history, neighbours being 1
   * @param inVisit what vectors count within a visit, neighbours being 1
   * @param alike what resembling the newest of a history counts, the same product being 1
   * @param alikePower exponent of the cosine of two products' terms
   * @param alikeLongest products of a history that others are compared with, the newest
   * @param alikeOlder what resembling an older one counts of resembling the next newer
   * @param enough products known to a visit's neighbours from which on vectors are not asked
   */
  public record Settings(
      FactorSettings factors,
      int candidates,
      double power,
      double afterHistory,
      double inVisit,
      double alike,
      double alikePower,
      int alikeLongest,
      double alikeOlder,
      int enough) {
    public static final Settings DEFAULT =
        new Settings(FactorSettings.DEFAULT, 100, .35, 1.3, .3, .15, 2, 3, .6, 100);
  }

  /**
   * Neighbours that are blended with what vectors say, the nearest. On the validation part of
   * Beauty: HR@10 .1296 and NDCG@10 .0777 with 200, .1298 and .0777 with all of some thousand,
   * .1289 and .0775 with 100.
   */
  private static final int CONSIDERED = 200;

  private static final Shortlist NOTHING =
      Shortlist.first(ProductOrdinals.NONE, new int[0], new double[0], 0);

  private final ProductOrdinals products;
  private final ItemNeighbours items;
  private final SessionNeighbours sessions;
  private final @Nullable SessionNeighbours lately;
  private final Vectors vectors;
  private final Settings settings;

  NextProducts(
      ProductOrdinals products,
      ItemNeighbours items,
      SessionNeighbours sessions,
      Vectors vectors,
      Settings settings) {
    this(products, items, sessions, null, vectors, settings);
  }

  private NextProducts(
      ProductOrdinals products,
      ItemNeighbours items,
      SessionNeighbours sessions,
      @Nullable SessionNeighbours lately,
      Vectors vectors,
      Settings settings) {
    this.products = products;
    this.items = items;
    this.sessions = sessions;
    this.lately = lately;
    this.vectors = vectors;
    this.settings = settings;
  }

  /** The numbers of products that it counts with. */
  ProductOrdinals products() {
    return products;
  }

  /** The same, with visits that came after the training; they replace those of an earlier call. */
  NextProducts with(Interactions later) {
    return new NextProducts(products, items, sessions, sessions.beside(later), vectors, settings);
  }

  /** Its vectors, where they do for these products and a log that has grown since, too. */
  Optional<Vectors> vectorsFor(Learned learned, ProductOrdinals catalog) {
    return vectors.in(products, catalog, learned);
  }

  /**
   * What goes on best after all that a shopper had to do with, without any of it.
   *
   * @param history the newest first; unknown products are skipped
   */
  public List<Scored> afterHistory(List<ProductId> history, int n) {
    return listAfter(history, n).scored();
  }

  /** The same as {@link #afterHistory} by product number. */
  public Shortlist listAfter(List<ProductId> history, int n) {
    int[] known = known(history);
    if (known.length == 0) {
      return NOTHING;
    }
    Tally neighbours = items.scores(known);
    double sum = neighbours.sum();
    Tally scores =
        blend(without(known, neighbours).most(CONSIDERED), sum, known, settings.afterHistory());
    scores = without(known, scores).most(Math.max(n, settings.candidates()));
    int compared = vectors.known() ? Math.min(known.length, settings.alikeLongest()) : 0;
    if (compared > 0) {
      addAlike(scores, Arrays.copyOf(known, compared));
    }
    return Shortlist.best(products, scores, n);
  }

  /**
   * What most likely comes next in a visit.
   *
   * @param visit the newest first; unknown products are skipped
   * @param repeats whether what was in the visit may come again
   */
  public List<Scored> inVisit(List<ProductId> visit, boolean repeats, int n) {
    return listInVisit(visit, repeats, n).scored();
  }

  /** The same as {@link #inVisit} by product number. */
  public Shortlist listInVisit(List<ProductId> visit, boolean repeats, int n) {
    int[] known = known(visit);
    if (known.length == 0) {
      return NOTHING;
    }
    Tally neighbours = sessions.scores(known);
    if (lately != null) {
      lately.scores(known).each(neighbours::add);
    }
    if (neighbours.size() < settings.enough()) {
      neighbours = blend(neighbours, neighbours.sum(), known, settings.inVisit());
    }
    return Shortlist.best(products, repeats ? neighbours : without(known, neighbours), n);
  }

  private int[] known(List<ProductId> named) {
    int[] known = new int[named.size()];
    int size = 0;
    for (ProductId id : named) {
      int item = products.of(id);
      if (item >= 0) {
        known[size++] = item;
      }
    }
    return Arrays.copyOf(known, size);
  }

  private static Tally without(int[] known, Tally scores) {
    for (int item : known) {
      scores.remove(item);
    }
    return scores;
  }

  private Tally blend(Tally neighbours, double sum, int[] known, double weight) {
    Tally blended = new Tally(neighbours.size() + settings.candidates());
    neighbours.each((item, near) -> blended.add(item, Math.pow(near / sum, settings.power())));
    if (vectors.factors().knows(known)) {
      Factors.Chances chances = vectors.factors().after(known);
      double[] powers = chances.powers(blended.keys(), settings.power());
      for (int i = 0; i < powers.length; i++) {
        powers[i] *= weight;
      }
      blended.addToEach(powers);
      chances.best(
          settings.candidates(),
          settings.power(),
          (item, chance) -> blended.putIfAbsent(item, weight * chance));
    }
    return blended;
  }

  /** Favours what resembles these products, the newest first, among what has a score. */
  private void addAlike(Tally scores, int[] newest) {
    Likeness likeness = new Likeness(vectors.terms(), newest);
    double[][] cosines = likeness.compare(scores.keys());
    double[] added = new double[scores.size()];
    double weight = settings.alike();
    for (double[] toOne : cosines) {
      for (int i = 0; i < added.length; i++) {
        added[i] += weight * Math.pow(toOne[i], settings.alikePower());
      }
      weight *= settings.alikeOlder();
    }
    scores.addToEach(added);
  }
}
