package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.Slug;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of an export that belong to one market, {@code Price / United States}. */
final class MarketColumns {
  private static final Pattern NAME =
      Pattern.compile("(?i)(included|(?:variant )?price|(?:variant )?compare[- ]at price) / (.+)");

  private final List<OfMarket> known = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  /**
   * Where a market's columns are, each -1 without one.
   *
   * @param included says that the market shows the product at all
   */
  record OfMarket(FeedMoney.OfMarket money, int included, int price, int compareAt) {}

  MarketColumns(List<String> names, FeedMoney money) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Matcher name = NAME.matcher(names.get(i));
      if (name.matches()) {
        String market = name.group(2).strip();
        found
            .computeIfAbsent(market.toLowerCase(Locale.ROOT), any -> new Found(market))
            .put(name.group(1).toLowerCase(Locale.ROOT), i);
      }
    }
    for (Found columns : found.values()) {
      Optional<FeedMoney.OfMarket> its = money.market(columns.market);
      if (its.isPresent()) {
        known.add(new OfMarket(its.get(), columns.included, columns.price, columns.compareAt));
      } else if (columns.price >= 0) {
        unknown.add(columns.market);
      }
    }
  }

  List<OfMarket> known() {
    return known;
  }

  /** What to set so that a market's prices can be read, for each whose currency nobody said. */
  List<Rejection> advice() {
    return unknown.stream()
        .map(
            market ->
                new Rejection(
                    ErrorCode.INVALID_CURRENCY,
                    "Price / " + market,
                    "An export names no currency, so this market's prices are left out; set"
                        + " attune.markets.%s.currency".formatted(Slug.handle(market))))
        .toList();
  }

  /** Columns of one market on the way. */
  private static final class Found {
    private final String market;
    private int included = -1;
    private int price = -1;
    private int compareAt = -1;

    Found(String market) {
      this.market = market;
    }

    void put(String kind, int index) {
      if (kind.equals("included")) {
        included = index;
      } else if (kind.endsWith("at price")) {
        compareAt = index;
      } else {
        price = index;
      }
    }
  }
}
