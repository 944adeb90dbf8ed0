package dev.attune.models;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Fixed;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Demand;
import java.util.Arrays;
import java.util.List;

/**
 * What is in demand more than it used to be: the rate of touches over a short half-life against the
 * rate over a long one, both smoothed, and against the same ratio of the whole shop.
 */
public final class Trend {
  /** Nothing is on the rise. */
  public static final Trend NONE = new Trend(Ranking.NONE);

  /**
   * How a rise is told from noise.
   *
   * @param shortDays half-life of the rate now
   * @param longDays half-life of the rate that it is compared with
   * @param smoothing touches a day that are added to both rates
   * @param support decayed touches within the short half-life below which there is no trend
   */
  public record Settings(double shortDays, double longDays, double smoothing, double support) {
    public static final Settings DEFAULT = new Settings(2, 21, .5, 3);
  }

  private final Ranking ranking;

  private Trend(Ranking ranking) {
    this.ranking = ranking;
  }

  static Trend of(Demand demand, ProductOrdinals products, Settings settings) {
    double[] recent = Fixed.values(demand.lately());
    double[] usual = Fixed.values(demand.usually());
    double shop =
        ratio(Arrays.stream(recent).sum(), Arrays.stream(usual).sum(), settings, recent.length);
    double[] rises = new double[recent.length];
    for (int i = 0; i < rises.length; i++) {
      double rise = ratio(recent[i], usual[i], settings, 1) / shop;
      rises[i] = recent[i] >= settings.support() && rise > 1 ? rise : 0;
    }
    return new Trend(new Ranking(products, rises));
  }

  /** An exponentially decayed count is the rate times the half-life over ln 2. */
  private static double ratio(double recent, double usual, Settings settings, int products) {
    double smoothing = settings.smoothing() * products;
    double now = recent * Math.log(2) / settings.shortDays();
    double before = usual * Math.log(2) / settings.longDays();
    return products == 0 ? 1 : (now + smoothing) / (before + smoothing);
  }

  /** How many times its usual demand a product has, above 1; 0 when it is not on the rise. */
  public double score(ProductId product) {
    return ranking.score(product);
  }

  public List<Scored> top(int n) {
    return list(n).scored();
  }

  /** The same by product number. */
  public Shortlist list(int n) {
    return ranking.top(n);
  }

  /** What is on the rise in this category or below it. */
  public List<Scored> topIn(CategoryId category, int n) {
    return listIn(category, n).scored();
  }

  /** The same by product number. */
  public Shortlist listIn(CategoryId category, int n) {
    return ranking.topIn(category, n);
  }
}
