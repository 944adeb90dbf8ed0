package dev.attune.models.counts;

import dev.attune.models.Popularity;
import dev.attune.models.Trend;
import dev.attune.models.compact.DecayedTouches;
import dev.attune.models.compact.Interactions;
import dev.attune.models.market.MarketTouches;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much products were in demand in one market, as {@link Demand}, of those that were at all.
 *
 * @param items products' numbers, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
public record MarketDemand(int[] items, long[] popular, long[] lately, long[] usually)
    implements Serializable {

  /** Of each market that the log knows, by country. */
  static SortedMap<String, MarketDemand> of(Interactions log, Instant now) {
    if (!log.hasMarkets()) {
      return new TreeMap<>();
    }
    Popularity.Settings popularity = Popularity.Settings.DEFAULT;
    Trend.Settings trend = Trend.Settings.DEFAULT;
    MarketTouches touches = new MarketTouches();
    DecayedTouches.each(
        log,
        row -> {
          if (log.market(row) != 0) {
            touches.add(
                log.market(row),
                log.item(row),
                DecayedTouches.left(log, row, now, popularity.halfLifeDays(), popularity::worth),
                DecayedTouches.left(log, row, now, trend.shortDays(), any -> 1),
                DecayedTouches.left(log, row, now, trend.longDays(), any -> 1));
          }
        });
    Map<String, TreeMap<Integer, long[]>> cells = new HashMap<>();
    touches.each(
        (market, item, sums) ->
            cells.computeIfAbsent(log.marketName(market), any -> new TreeMap<>()).put(item, sums));
    SortedMap<String, MarketDemand> demand = new TreeMap<>();
    cells.forEach((market, sums) -> demand.put(market, of(sums)));
    return demand;
  }

  private static MarketDemand of(SortedMap<Integer, long[]> sums) {
    int[] items = sums.keySet().stream().mapToInt(item -> item).toArray();
    long[][] columns = new long[3][items.length];
    int at = 0;
    for (long[] cell : sums.values()) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][at] = cell[column];
      }
      at++;
    }
    return new MarketDemand(items, columns[0], columns[1], columns[2]);
  }

  /** Of both parts together, market by market. */
  static SortedMap<String, MarketDemand> plus(
      SortedMap<String, MarketDemand> one, SortedMap<String, MarketDemand> other) {
    SortedMap<String, MarketDemand> both = new TreeMap<>(one);
    other.forEach((market, demand) -> both.merge(market, demand, MarketDemand::plus));
    return both;
  }

  private MarketDemand plus(MarketDemand other) {
    TreeMap<Integer, long[]> sums = new TreeMap<>();
    addTo(sums);
    other.addTo(sums);
    return of(sums);
  }

  private void addTo(TreeMap<Integer, long[]> sums) {
    for (int i = 0; i < items.length; i++) {
      long[] cell = sums.computeIfAbsent(items[i], any -> new long[3]);
      cell[0] += popular[i];
      cell[1] += lately[i];
      cell[2] += usually[i];
    }
  }

  MarketDemand in(Renumbering to) {
    TreeMap<Integer, long[]> sums = new TreeMap<>();
    for (int i = 0; i < items.length; i++) {
      int item = to.of(items[i]);
      if (item >= 0) {
        sums.put(item, new long[] {popular[i], lately[i], usually[i]});
      }
    }
    return of(sums);
  }

  void write(ShipmentWriter out) {
    out.ints(items);
    out.longs(popular);
    out.longs(lately);
    out.longs(usually);
  }

  static MarketDemand read(ShipmentReader in) {
    return new MarketDemand(in.ints(), in.longs(), in.longs(), in.longs());
  }
}
