package dev.attune.catalog.snapshot;

import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.market.MarketSaid;
import dev.attune.catalog.snapshot.market.MarketView;
import dev.attune.catalog.snapshot.market.MarketWords;
import dev.attune.catalog.snapshot.market.OwnMoney;
import dev.attune.catalog.snapshot.market.PriceLists;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.platform.money.Money;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads prices and texts of markets. */
final class PgMarkets {
  private static final int FETCH = 1_000;

  private static final String LISTS =
      """
      select distinct 'own' as kind, currency as name, '' as country from variant
      where currency is not null and (?::text[] is null or product_id = any(?))
      union all
      select distinct 'list', market_price.currency, country from market_price %1$s
      union all
      select distinct 'locale', locale, '' from local_text %1$s
      """;

  /** A country's price hides the one of no country. */
  private static final String PRICES =
      """
      select distinct on (market_price.variant_id) market_price.*
      from market_price %s
      where market_price.currency = ? and country in ('', ?)
      order by market_price.variant_id, country desc
      """;

  private static final String WORDS = "select local_text.* from local_text %s where locale = ?";

  private static final String OF_PRODUCTS =
      "join variant on variant.id = variant_id and variant.product_id = any(?)";

  private final Connection connection;

  PgMarkets(Connection connection) {
    this.connection = connection;
  }

  /**
   * What these products have prices and texts in; how many are priced in what is left out.
   *
   * @param products null for all
   */
  PriceLists lists(@Nullable Collection<ProductId> products) throws SQLException {
    Set<Currency> own = new HashSet<>();
    Map<Currency, Set<String>> countries = new HashMap<>();
    Set<String> locales = new HashSet<>();
    String sql = LISTS.formatted(products == null ? "" : OF_PRODUCTS);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      @Nullable Array asked = products == null ? null : texts(connection, products);
      for (int i = 1; i <= (products == null ? 2 : 4); i++) {
        statement.setArray(i, asked);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString("name");
          switch (rows.getString("kind")) {
            case "own" -> own.add(Currency.getInstance(name));
            case "list" ->
                countries
                    .computeIfAbsent(Currency.getInstance(name), any -> new HashSet<>())
                    .add(rows.getString("country"));
            default -> locales.add(name);
          }
        }
      }
    }
    return new PriceLists(own, countries, locales, OwnMoney.NONE);
  }

  /**
   * What a view says otherwise.
   *
   * @param products null for all
   */
  MarketSaid said(MarketView view, @Nullable Collection<ProductId> products) throws SQLException {
    return new MarketSaid(
        view.currency() == null ? Map.of() : prices(view.currency(), view.country(), products),
        view.locale() == null ? Map.of() : words(view.locale(), products));
  }

  private Map<String, StoredPrice> prices(
      Currency currency, @Nullable String country, @Nullable Collection<ProductId> products)
      throws SQLException {
    Map<String, StoredPrice> prices = new HashMap<>();
    try (PreparedStatement statement = of(PRICES, products)) {
      int next = products == null ? 1 : 2;
      statement.setString(next, currency.getCurrencyCode());
      statement.setString(next + 1, country == null ? "" : country);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          prices.put(rows.getString("variant_id"), price(rows, currency));
        }
      }
    }
    return prices;
  }

  private Map<String, MarketWords> words(String locale, @Nullable Collection<ProductId> products)
      throws SQLException {
    Map<String, MarketWords> words = new HashMap<>();
    try (PreparedStatement statement = of(WORDS, products)) {
      statement.setString(products == null ? 1 : 2, locale);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          MarketWords said =
              new MarketWords(rows.getString("title"), rows.getString("description"));
          words.put(rows.getString("variant_id"), said);
        }
      }
    }
    return words;
  }

  private static StoredPrice price(ResultSet row, Currency currency) throws SQLException {
    Long sale = row.getObject("sale_price", Long.class);
    return new StoredPrice(
        new Money(row.getLong("price"), currency),
        sale == null ? null : new Money(sale, currency),
        instant(row, "sale_from"),
        instant(row, "sale_until"),
        null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private PreparedStatement of(String sql, @Nullable Collection<ProductId> products)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(sql.formatted(products == null ? "" : OF_PRODUCTS));
    statement.setFetchSize(FETCH);
    if (products != null) {
      statement.setArray(1, texts(connection, products));
    }
    return statement;
  }

  static Array texts(Connection connection, Collection<ProductId> products) throws SQLException {
    return connection.createArrayOf("text", products.stream().map(ProductId::value).toArray());
  }
}
