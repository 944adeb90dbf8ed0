package dev.attune.events;

import dev.attune.platform.database.Store;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The log in PostgreSQL, read through a cursor. */
@ApplicationScoped
class PgEventLog implements EventLog {
  private static final int FETCHED_AT_ONCE = 2_000;
  private static final String READ =
      """
      select coalesce(customer, origin), happened_at, signals
      from event
      where traffic = 'SHOPPER' and personalize and happened_at >= ?
      order by 1, 2, message_id
      """;

  private final javax.sql.DataSource store;

  PgEventLog(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  @Override
  public void read(Instant since, Consumer<LoggedEvent> reader) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(READ)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
        read(statement, reader);
      } finally {
        connection.rollback();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("The log cannot be read", broken);
    }
  }

  private static void read(PreparedStatement statement, Consumer<LoggedEvent> reader)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Instant happenedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
        reader.accept(
            new LoggedEvent(rows.getString(1), happenedAt, SignalsJson.read(rows.getString(3))));
      }
    }
  }

  @Override
  public long count() {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement("select count(*) from event");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw new IllegalStateException("The log cannot be counted", broken);
    }
  }
}
