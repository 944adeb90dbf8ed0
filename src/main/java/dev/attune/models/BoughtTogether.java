package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Kinship;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import java.io.Serializable;
import java.util.List;

/**
 * What follows a product into the cart or the order in the same visit, ranked by smoothed lift: how
 * many times more often than in any visit. What is in everybody's cart goes with nothing, and what
 * was there once tells nothing.
 */
public final class BoughtTogether {
  /** No carts. */
  public static final BoughtTogether NONE =
      new BoughtTogether(ProductOrdinals.NONE, SparseRows.NONE);

  /**
   * How pairs are counted.
   *
   * @param support that a pair must reach: 1 for each time that the second came right after the
   *     first, less the more was put in between
   * @param distanceDecay what a pair is worth with one more product in between
   * @param confidenceSmoothing carts as usual that are added to those of the first product
   * @param popularitySmoothing carts that are added to those of the second product
   * @param longest products of a visit that are paired, the first ones
   * @param neighbours kept for each product
   * @param evidence support that shows something: among some thousand products two are put into the
   *     same cart twice by chance now and then, three times hardly ever
   * @param young a product that is in fewer carts than this cannot have shown much yet
   */
  public record Settings(
      double support,
      double distanceDecay,
      double confidenceSmoothing,
      double popularitySmoothing,
      int longest,
      int neighbours,
      double evidence,
      int young)
      implements Serializable {
    public static final Settings DEFAULT = new Settings(1, .5, 5, 30, 40, 50, 3, 10);
  }

  /** From this lift on, with evidence, two are said to be bought together often. */
  private static final double OFTEN = 2;

  /** What a pair without evidence scores less than, once the first is not young any more. */
  private static final double HINT = .5;

  private final ProductOrdinals products;
  private final SparseRows followers;

  private BoughtTogether(ProductOrdinals products, SparseRows followers) {
    this.products = products;
    this.followers = followers;
  }

  /**
   * @param followers of each product with their scores, the best first
   */
  static BoughtTogether of(SparseRows followers, ProductOrdinals products) {
    Kinship kinship = new Kinship(products);
    SparseRows.Builder kept = new SparseRows.Builder(followers.rows());
    for (int item = 0; item < followers.rows(); item++) {
      int from = item;
      followers.each(
          item,
          (other, score) -> {
            if (score >= HINT || !kinship.isStrange(from, other)) {
              kept.add(other, score);
            }
          });
      kept.endRow();
    }
    return new BoughtTogether(products, kept.build());
  }

  /**
   * What a pair scores: its lift, where enough carts had both; else less than 1, and where the
   * first was in many carts so little that the catalog has to speak for the pair, too.
   *
   * @param carts that the first is in
   */
  public static double score(double support, double lift, int carts, Settings settings) {
    if (support >= settings.evidence()) {
      return lift >= 1 ? lift : HINT + HINT * lift;
    }
    double hint = HINT * lift / (1 + lift);
    return carts < settings.young() ? HINT + hint : hint;
  }

  /**
   * How strongly a score speaks for what follows, 0 to 1.
   *
   * @param best score of the same list
   */
  public static double strength(double score, double best) {
    return score < OFTEN ? score / OFTEN / 2 : .5 + score / best / 2;
  }

  /** Whether what follows so strongly may be said to be bought together often. */
  public static boolean isOften(double strength) {
    return strength > .5;
  }

  /** What follows this product, the score being its smoothed lift. */
  public List<Scored> with(ProductId product, int n) {
    return with(List.of(product), n);
  }

  /** What follows these products, without them, the score being the sum of its lifts. */
  public List<Scored> with(List<ProductId> cart, int n) {
    return list(cart, n).scored();
  }

  /** The same by product number. */
  public Shortlist list(List<ProductId> cart, int n) {
    int[] inside = cart.stream().distinct().mapToInt(products::of).filter(it -> it >= 0).toArray();
    Tally lifts = new Tally(Settings.DEFAULT.neighbours());
    for (int item : inside) {
      for (int place = followers.from(item); place < followers.from(item + 1); place++) {
        lifts.add(followers.column(place), followers.weight(place));
      }
    }
    for (int item : inside) {
      lifts.remove(item);
    }
    return Shortlist.best(products, lifts, n);
  }
}
