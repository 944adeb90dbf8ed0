package dev.attune.events.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whose turn it is: those who read the log page by page, or whoever changes rows of it all along,
 * which moves them to other pages. Over all replicas.
 */
final class PgLogTurns {
  /** The number of an advisory lock that nothing else uses. */
  private static final long LOCK = 0x41747475_6e65_03L;

  private PgLogTurns() {}

  /** Waits until nobody changes rows; others may read as well until {@link #read}. */
  static void reading(Connection connection) throws SQLException {
    run(connection, "select pg_advisory_lock_shared(" + LOCK + ")");
  }

  /** It was read. */
  static void read(Connection connection) throws SQLException {
    run(connection, "select pg_advisory_unlock_shared(" + LOCK + ")");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether rows may be changed until the transaction ends: nobody reads, nobody else changes. */
  static Uni<Boolean> changing(SqlConnection transaction) {
    return transaction
        .query("select pg_try_advisory_xact_lock(" + LOCK + ")")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
