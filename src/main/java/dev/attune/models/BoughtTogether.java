package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Sequence;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import dev.attune.models.compact.Touch;
import java.util.ArrayList;
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
      int neighbours) {
    public static final Settings DEFAULT = new Settings(1, .5, 5, 30, 40, 50);
  }

  private final ProductOrdinals products;
  private final SparseRows followers;

  private BoughtTogether(ProductOrdinals products, SparseRows followers) {
    this.products = products;
    this.followers = followers;
  }

  static BoughtTogether of(Interactions log, Settings settings) {
    List<Sequence> carts = new ArrayList<>();
    log.eachSession(
        span -> {
          Sequence cart = Sequence.firsts(log, span, Touch::chosen);
          if (cart.size() > 0) {
            carts.add(cart);
          }
        });
    int size = log.products().size();
    int[] counts = new int[size];
    SparseRows.Builder places = new SparseRows.Builder(carts.size());
    for (Sequence cart : carts) {
      for (int place = 0; place < cart.size(); place++) {
        counts[cart.items()[place]]++;
        places.add(cart.items()[place], place);
      }
      places.endRow();
    }
    SparseRows byProduct = places.build().transposed(carts.size(), size, Integer.MAX_VALUE);
    SparseRows.Builder rows = new SparseRows.Builder(size);
    for (int item = 0; item < size; item++) {
      Tally pairs = new Tally(64);
      byProduct.each(item, (cart, place) -> count(carts.get(cart), (int) place, settings, pairs));
      Tally lifts = new Tally(pairs.size());
      int own = counts[item];
      pairs.each(
          (other, times) -> {
            if (times >= settings.support()) {
              lifts.add(other, lift(times, own, counts[other], carts.size(), settings));
            }
          });
      for (int other : lifts.best(settings.neighbours(), any -> true)) {
        rows.add(other, lifts.get(other));
      }
      rows.endRow();
    }
    return new BoughtTogether(log.products(), rows.build());
  }

  /** What is in the cart at the same instant came in no order and follows each other. */
  private static void count(Sequence cart, int place, Settings settings, Tally pairs) {
    for (int i = 0; i < Math.min(cart.size(), settings.longest()); i++) {
      if (i != place && cart.seconds()[i] >= cart.seconds()[place]) {
        int between = Math.abs(i - place) - 1;
        pairs.add(cart.items()[i], Math.pow(settings.distanceDecay(), between));
      }
    }
  }

  private static double lift(double pair, int first, int second, int carts, Settings settings) {
    double usual = (double) second / carts;
    double smoothing = settings.confidenceSmoothing();
    double confidence = (pair + smoothing * usual) / (first + smoothing);
    return confidence / ((second + settings.popularitySmoothing()) / carts);
  }

  /** What follows this product, the score being its smoothed lift. */
  public List<Scored> with(ProductId product, int n) {
    return with(List.of(product), n);
  }

  /** What follows these products, without them, the score being the sum of its lifts. */
  public List<Scored> with(List<ProductId> cart, int n) {
    Tally lifts = new Tally(64);
    cart.stream()
        .distinct()
        .mapToInt(products::of)
        .filter(item -> item >= 0)
        .forEach(item -> followers.each(item, lifts::add));
    return lifts.best(
        n,
        item -> !cart.contains(products.id(item)),
        (item, lift) -> new Scored(products.id(item), lift));
  }
}
