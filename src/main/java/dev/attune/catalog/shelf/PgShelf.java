package dev.attune.catalog.shelf;

import dev.attune.catalog.ProductId;
import dev.attune.catalog.absence.BackInStockSettings;
import dev.attune.catalog.absence.PgAbsences;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.shelf.Shelf.Outcome;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shelf in PostgreSQL. */
@ApplicationScoped
class PgShelf {
  private final javax.sql.DataSource store;
  private final Clock clock;
  private final BackInStockSettings backInStock;

  @Inject
  PgShelf(
      @DataSource(Store.CATALOG_NAME) javax.sql.DataSource store,
      Clock clock,
      BackInStockSettings backInStock) {
    this.store = store;
    this.clock = clock;
    this.backInStock = backInStock;
  }

  Outcome stock(List<StockLine> lines) {
    return apply(
        ShelfSql.STOCK,
        statement -> {
          OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
          array(statement, 1, "text", lines, StockLine::sku);
          array(statement, 2, "integer", lines, StockLine::quantity);
          array(
              statement,
              3,
              "text",
              lines,
              line ->
                  line.availability() == null
                      ? null
                      : line.availability().name().toLowerCase(Locale.ROOT));
          statement.setObject(4, now);
          statement.setObject(5, now);
        });
  }

  Outcome prices(List<PriceLine> lines) {
    return apply(
        ShelfSql.PRICES,
        statement -> {
          array(statement, 1, "text", lines, PriceLine::sku);
          array(statement, 2, "text", lines, line -> regular(line).currency().getCurrencyCode());
          array(
              statement,
              3,
              "text",
              lines,
              line -> line.price().country() == null ? "" : line.price().country());
          array(statement, 4, "bigint", lines, line -> regular(line).minor());
          array(statement, 5, "bigint", lines, PgShelf::sale);
          array(statement, 6, "timestamptz", lines, line -> edge(line, SaleWindow::from));
          array(statement, 7, "timestamptz", lines, line -> edge(line, SaleWindow::until));
        });
  }

  private static Money regular(PriceLine line) {
    return Objects.requireNonNull(line.price().offer().regular());
  }

  private static @Nullable Long sale(PriceLine line) {
    Money sale = line.price().offer().sale();
    return sale == null ? null : sale.minor();
  }

  private static @Nullable String edge(
      PriceLine line, Function<SaleWindow, @Nullable Instant> which) {
    Offer offer = line.price().offer();
    SaleWindow window = offer.sale() == null ? null : offer.window();
    @Nullable Instant edge = window == null ? null : which.apply(window);
    return edge == null ? null : edge.toString();
  }

  private static <T> void array(
      PreparedStatement statement,
      int index,
      String type,
      List<T> lines,
      Function<T, @Nullable Object> column)
      throws SQLException {
    Object[] values = lines.stream().map(column).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  private Outcome apply(String sql, Binder binder) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = applied(connection, sql, binder);
        connection.commit();
        return outcome;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(
              ErrorCode.UNAVAILABLE, null, "The catalog store failed; nothing has changed"),
          failed);
    }
  }

  private Outcome applied(Connection connection, String sql, Binder binder) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        List<ProductId> crossing = texts(row, "crossing").stream().map(ProductId::new).toList();
        if (!crossing.isEmpty()) {
          new PgAbsences(connection, clock.instant(), backInStock).changed(crossing);
        }
        return new Outcome(row.getLong("stored"), Set.copyOf(texts(row, "unknown")));
      }
    }
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
