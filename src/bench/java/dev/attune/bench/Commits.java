package dev.attune.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.PGConnection;

/** Hears when the catalog store commits another version, as its replicas do. */
final class Commits {
  private final PGConnection connection;
  private final ProcessorTime processors;

  /** When it was, and what processors had worked until then. */
  record Commit(long nanoTime, double processorSeconds) {}

  Commits(Connection connection, ProcessorTime processors) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.processors = processors;
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen catalog_changed");
    }
  }

  /** The next one from now on. */
  CompletableFuture<Commit> next() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            connection.getNotifications(0);
            return new Commit(System.nanoTime(), processors.seconds());
          } catch (SQLException failed) {
            throw new CompletionException(failed);
          }
        });
  }
}
