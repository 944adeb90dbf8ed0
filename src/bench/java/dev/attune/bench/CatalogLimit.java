package dev.attune.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * COPY of the rows that an import stored, out of files into identical tables, as one transaction.
 */
final class CatalogLimit {
  private static final List<String> TABLES = List.of("category", "product", "variant", "relation");
  private static final int ROUNDS = 3;
  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final CopyManager copy;
  private final Path work;
  private final ProcessorTime processors;
  private double processorSeconds;

  /**
   * @param work where the rows are kept meanwhile
   * @param processors the database's
   */
  CatalogLimit(Connection connection, Path work, ProcessorTime processors) throws SQLException {
    this.processors = processors;
    this.connection = connection;
    this.work = work;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** The fastest of three rounds, each into new tables. */
  Step measure() throws SQLException, IOException {
    for (String table : TABLES) {
      try (OutputStream out = Files.newOutputStream(file(table))) {
        copy.copyOut("copy public." + table + " to stdout", out);
      }
    }
    long count = 0;
    double fastest = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Copies.create(connection, TABLES);
      connection.setAutoCommit(false);
      count = 0;
      double worked = processors.seconds();
      long start = System.nanoTime();
      for (String table : TABLES) {
        try (InputStream in = Files.newInputStream(file(table))) {
          count += copy.copyIn("copy bench." + table + " from stdin", in, BUFFER);
        }
      }
      connection.commit();
      double seconds = Step.secondsSince(start);
      if (seconds < fastest) {
        fastest = seconds;
        processorSeconds = processors.seconds() - worked;
      }
      connection.setAutoCommit(true);
    }
    return Step.of("catalog limit: COPY", count, fastest);
  }

  /** What processors worked in the fastest round. */
  double processorSeconds() {
    return processorSeconds;
  }

  private Path file(String table) {
    return work.resolve(table + ".copy");
  }
}
