package dev.attune.models;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Fixed;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Touch;
import dev.attune.models.counts.Demand;
import dev.attune.models.counts.MarketDemand;
import dev.attune.models.demand.Markets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in demand: touches of all shoppers, weighted by kind and halved every half-life. */
public final class Popularity {
  /** Nothing is popular. */
  public static final Popularity NONE = new Popularity(Ranking.NONE, Map.of(), Map.of(), null);

  /**
   * The whole shop's taste counts in a market as much as so many views there: what a small market
   * does not tell is told by all. A stated guess.
   */
  private static final double SHOP_VIEWS = 200;

  /**
   * What counts how much.
   *
   * @param halfLifeDays after which a touch is worth half
   */
  public record Settings(double halfLifeDays, double view, double wish, double cart, double buy) {
    public static final Settings DEFAULT = new Settings(14, 1, 2, 3, 5);

    public double worth(Touch touch) {
      return switch (touch) {
        case VIEW -> view;
        case WISH -> wish;
        case CART -> cart;
        case BUY -> buy;
      };
    }
  }

  private final Ranking ranking;
  private final Map<CategoryId, Double> shares;
  private final Map<String, Popularity> markets;
  private final @Nullable Popularity everywhere;

  /**
   * @param markets as it is in each; grows while it is made
   * @param everywhere null for itself
   */
  private Popularity(
      Ranking ranking,
      Map<CategoryId, Double> shares,
      Map<String, Popularity> markets,
      @Nullable Popularity everywhere) {
    this.ranking = ranking;
    this.shares = shares;
    this.markets = markets;
    this.everywhere = everywhere;
  }

  static Popularity of(Demand demand, ProductOrdinals products) {
    double[] all = Fixed.values(demand.popular());
    double shop = Arrays.stream(all).sum();
    Map<String, Popularity> markets = new HashMap<>();
    Popularity everywhere = of(all.clone(), products, markets, null);
    for (String market : Markets.largest(demand, products.size())) {
      MarketDemand there = Markets.in(demand, market);
      double[] sums = new double[all.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = SHOP_VIEWS * Settings.DEFAULT.view() * all[i] / shop;
      }
      for (int i = 0; i < there.items().length; i++) {
        sums[there.items()[i]] += Fixed.value(there.popular()[i]);
      }
      markets.put(market, of(sums, products, Map.of(), everywhere));
    }
    return everywhere;
  }

  /** As it is in a market; as it is everywhere where too little is known of that one. */
  public Popularity in(@Nullable String country) {
    return country == null ? this : markets.getOrDefault(country, this);
  }

  /** Of all markets together. */
  public Popularity everywhere() {
    return everywhere == null ? this : everywhere;
  }

  private static Popularity of(
      double[] sums,
      ProductOrdinals products,
      Map<String, Popularity> markets,
      @Nullable Popularity everywhere) {
    double most = 0;
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    for (int i = 0; i < sums.length && most > 0; i++) {
      sums[i] /= most;
    }
    Ranking ranking = new Ranking(products, sums);
    Map<CategoryId, Double> shares = new HashMap<>();
    double all = ranking.sum();
    for (Category category : products.catalog().categories()) {
      shares.put(category.id(), all > 0 ? ranking.sumIn(category.id()) / all : 0);
    }
    return new Popularity(ranking, shares, markets, everywhere);
  }

  /** From 0 for a product that nobody touched to 1 for the most popular one. */
  public double score(ProductId product) {
    return ranking.score(product);
  }

  /** The same by the models' number of a product, -1 for an unknown one. */
  public double score(int number) {
    return ranking.score(number);
  }

  /** The most popular products of the shop; those never touched are not among them. */
  public List<Scored> top(int n) {
    return list(n).scored();
  }

  /** The same by product number. */
  public Shortlist list(int n) {
    return ranking.top(n);
  }

  /** The most popular products in this category or below it. */
  public List<Scored> topIn(CategoryId category, int n) {
    return listIn(category, n).scored();
  }

  /** The same by product number. */
  public Shortlist listIn(CategoryId category, int n) {
    return ranking.topIn(category, n);
  }

  /**
   * The part of all demand that goes to this category and what is below it, 0 to 1; a product in
   * two categories counts fully in both.
   */
  public double categoryShare(CategoryId category) {
    return shares.getOrDefault(category, 0.0);
  }
}
