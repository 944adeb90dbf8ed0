package dev.attune.models.demand;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Demand;
import java.util.Arrays;

/**
 * How often looking at a product ends in buying it, against the shop's average. Rates are smoothed
 * towards the average: (buys + k * average) / (views + k), the posterior mean under a beta prior of
 * k views (Gelman et al., Bayesian Data Analysis, 2013, section 2.4).
 */
public final class Conversion {
  /** Nothing is known: every product is average. */
  public static final Conversion NONE = new Conversion(ProductOrdinals.NONE, new float[0], 0);

  /** A product is believed to be average until it was looked at about so often. */
  private static final double PRIOR_VIEWS = 20;

  private static final double AVERAGE = .5;

  private final ProductOrdinals products;
  private final float[] scores;
  private final double average;

  private Conversion(ProductOrdinals products, float[] scores, double average) {
    this.products = products;
    this.scores = scores;
    this.average = average;
  }

  public static Conversion of(Demand demand, ProductOrdinals products) {
    int[] views = demand.views();
    int[] buys = demand.buys();
    long allViews = Arrays.stream(views).asLongStream().sum();
    long allBuys = Arrays.stream(buys).asLongStream().sum();
    if (allViews == 0 || allBuys == 0) {
      return NONE;
    }
    double average = Math.min(1, (double) allBuys / allViews);
    float[] scores = new float[views.length];
    for (int i = 0; i < scores.length; i++) {
      double rate = (buys[i] + PRIOR_VIEWS * average) / (views[i] + PRIOR_VIEWS);
      scores[i] = (float) Math.min(1, AVERAGE * rate / average);
    }
    return new Conversion(products, scores, average);
  }

  /** 0 for what many look at and nobody buys, .5 for an average or unknown product, at most 1. */
  public double score(ProductId product) {
    return score(scores.length == 0 ? -1 : products.of(product));
  }

  /** The same by the models' number of a product, -1 for an unknown one. */
  public double score(int number) {
    return number < 0 || scores.length == 0 ? AVERAGE : scores[number];
  }

  /**
   * How many are bought for each look at it, at most twice the average; 0 where nothing is known.
   */
  public double rate(ProductId product) {
    return average * score(product) / AVERAGE;
  }
}
