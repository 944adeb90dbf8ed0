package dev.attune.models.counts;

import dev.attune.models.Popularity;
import dev.attune.models.Trend;
import dev.attune.models.compact.DecayedTouches;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Touch;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much each product was in demand.
 *
 * @param popular touches by their worth, decayed as popularity wants, in steps of {@link
 *     dev.attune.models.compact.Fixed}
 * @param lately touches, decayed over the trend's short half-life
 * @param usually touches, decayed over its long one
 * @param views looks at it
 * @param buys purchases
 * @param markets the first three of each market that events named, by country
 */
public record Demand(
    long[] popular,
    long[] lately,
    long[] usually,
    int[] views,
    int[] buys,
    SortedMap<String, MarketDemand> markets)
    implements Serializable {

  static Demand of(Interactions log, Instant now) {
    Popularity.Settings popularity = Popularity.Settings.DEFAULT;
    Trend.Settings trend = Trend.Settings.DEFAULT;
    return new Demand(
        DecayedTouches.sums(log, now, popularity.halfLifeDays(), popularity::worth),
        DecayedTouches.sums(log, now, trend.shortDays(), any -> 1),
        DecayedTouches.sums(log, now, trend.longDays(), any -> 1),
        count(log, Touch.VIEW),
        count(log, Touch.BUY),
        MarketDemand.of(log, now));
  }

  private static int[] count(Interactions log, Touch wanted) {
    int[] counts = new int[log.products().size()];
    for (int row = 0; row < log.size(); row++) {
      counts[log.item(row)] += log.touch(row) == wanted ? 1 : 0;
    }
    return counts;
  }

  Demand plus(Demand other) {
    return new Demand(
        Sums.of(popular, other.popular),
        Sums.of(lately, other.lately),
        Sums.of(usually, other.usually),
        Sums.of(views, other.views),
        Sums.of(buys, other.buys),
        MarketDemand.plus(markets, other.markets));
  }

  Demand in(Renumbering to) {
    return new Demand(
        to.byProduct(popular),
        to.byProduct(lately),
        to.byProduct(usually),
        to.byProduct(views),
        to.byProduct(buys),
        renumbered(to));
  }

  private SortedMap<String, MarketDemand> renumbered(Renumbering to) {
    SortedMap<String, MarketDemand> renumbered = new TreeMap<>();
    markets.forEach((market, demand) -> renumbered.put(market, demand.in(to)));
    return renumbered;
  }

  void write(ShipmentWriter out) {
    out.longs(popular);
    out.longs(lately);
    out.longs(usually);
    out.ints(views);
    out.ints(buys);
    out.texts(List.copyOf(markets.keySet()));
    markets.values().forEach(demand -> demand.write(out));
  }

  static Demand read(ShipmentReader in) {
    return new Demand(
        in.longs(), in.longs(), in.longs(), in.ints(), in.ints(), markets(in.texts(), in));
  }

  private static SortedMap<String, MarketDemand> markets(List<String> names, ShipmentReader in) {
    SortedMap<String, MarketDemand> markets = new TreeMap<>();
    names.forEach(name -> markets.put(name, MarketDemand.read(in)));
    return markets;
  }
}
