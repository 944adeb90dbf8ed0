package dev.attune.demo;

import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far the demo shop has come, as one row of the catalog store. Blocks. */
@ApplicationScoped
class PgDemoMarker {
  private static final String BEGIN =
      "insert into demo_load (traffic_until) values (?) on conflict do nothing";
  private static final String COMPLETE = "update demo_load set completed_at = ?";
  private static final String READ =
      "select traffic_until, completed_at is not null from demo_load";

  private final javax.sql.DataSource store;

  PgDemoMarker(@DataSource(Store.CATALOG_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  /**
   * A load that began.
   *
   * @param until where its traffic ends, the same when it is resumed, so that the events are too
   */
  record Load(Instant until, boolean complete) {}

  Optional<Load> read() {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(
              new Load(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getBoolean(2)))
          : Optional.empty();
    } catch (SQLException failed) {
      throw unavailable(failed);
    }
  }

  void begin(Instant until) {
    write(BEGIN, until);
  }

  void complete(Instant at) {
    write(COMPLETE, at);
  }

  private void write(String sql, Instant time) {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, time.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException failed) {
      throw unavailable(failed);
    }
  }

  private static AttuneException unavailable(SQLException failed) {
    return new AttuneException(
        new Rejection(ErrorCode.UNAVAILABLE, null, "The catalog store failed"), failed);
  }
}
