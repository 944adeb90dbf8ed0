package dev.attune.models;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Fixed;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Demand;
import dev.attune.models.counts.MarketDemand;
import dev.attune.models.demand.Markets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in demand more than it used to be: the rate of touches over a short half-life against the
 * rate over a long one, both smoothed, and against the same ratio of the whole shop.
 */
public final class Trend {
  /** Nothing is on the rise. */
  public static final Trend NONE = new Trend(Ranking.NONE, Map.of());

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
  private final Map<String, Trend> markets;

  private Trend(Ranking ranking, Map<String, Trend> markets) {
    this.ranking = ranking;
    this.markets = markets;
  }

  static Trend of(Demand demand, ProductOrdinals products, Settings settings) {
    double[] everywhere =
        rises(Fixed.values(demand.lately()), Fixed.values(demand.usually()), settings);
    Map<String, Trend> markets = new HashMap<>();
    for (String market : Markets.largest(demand, products.size())) {
      double[] rises = there(Markets.in(demand, market), everywhere, settings);
      markets.put(market, new Trend(new Ranking(products, rises), Map.of()));
    }
    return new Trend(new Ranking(products, everywhere), Map.copyOf(markets));
  }

  /** What is asked for often enough in a market is judged there, all else by everywhere. */
  private static double[] there(MarketDemand market, double[] everywhere, Settings settings) {
    double[] recent = new double[everywhere.length];
    double[] usual = new double[everywhere.length];
    for (int i = 0; i < market.items().length; i++) {
      recent[market.items()[i]] = Fixed.value(market.lately()[i]);
      usual[market.items()[i]] = Fixed.value(market.usually()[i]);
    }
    double[] rises = rises(recent, usual, settings);
    for (int i = 0; i < rises.length; i++) {
      rises[i] = recent[i] >= settings.support() ? rises[i] : everywhere[i];
    }
    return rises;
  }

  private static double[] rises(double[] recent, double[] usual, Settings settings) {
    double shop =
        ratio(Arrays.stream(recent).sum(), Arrays.stream(usual).sum(), settings, recent.length);
    double[] rises = new double[recent.length];
    for (int i = 0; i < rises.length; i++) {
      double rise = ratio(recent[i], usual[i], settings, 1) / shop;
      rises[i] = recent[i] >= settings.support() && rise > 1 ? rise : 0;
    }
    return rises;
  }

  /** As it is in a market; as it is everywhere where too little is known of that one. */
  public Trend in(@Nullable String country) {
    return country == null ? this : markets.getOrDefault(country, this);
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
