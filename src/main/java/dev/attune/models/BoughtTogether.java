package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import java.io.Serializable;
import java.util.List;

/**
 * What follows a product into the cart or the order in the same visit, ranked by smoothed lift: how
 * many times more often than in any visit. What is in everybody's cart goes with nothing.
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
   */
  public record Settings(
      double support,
      double distanceDecay,
      double confidenceSmoothing,
      double popularitySmoothing,
      int longest,
      int neighbours)
      implements Serializable {
    public static final Settings DEFAULT = new Settings(1, .5, 5, 30, 40, 50);
  }

  private final ProductOrdinals products;
  private final SparseRows followers;

  private BoughtTogether(ProductOrdinals products, SparseRows followers) {
    this.products = products;
    this.followers = followers;
  }

  /**
   * @param followers of each product with their lifts, the best first
   */
  static BoughtTogether of(SparseRows followers, ProductOrdinals products) {
    return new BoughtTogether(products, followers);
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
