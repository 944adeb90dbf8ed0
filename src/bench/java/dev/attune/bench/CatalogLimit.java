package dev.attune.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * COPY of the rows that an import stored, out of memory into identical tables, as one transaction.
 */
final class CatalogLimit {
  private static final List<String> TABLES = List.of("category", "product", "variant", "relation");
  private static final int ROUNDS = 3;

  private final Connection connection;
  private final CopyManager copy;

  CatalogLimit(Connection connection) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** The fastest of three rounds, each into new tables. */
  Step measure() throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      copy.copyOut("copy public." + table + " to stdout", out);
      rows.put(table, out.toByteArray());
    }
    long count = 0;
    double fastest = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Copies.create(connection, TABLES);
      connection.setAutoCommit(false);
      count = 0;
      long start = System.nanoTime();
      for (Map.Entry<String, byte[]> table : rows.entrySet()) {
        ByteArrayInputStream in = new ByteArrayInputStream(table.getValue());
        count += copy.copyIn("copy bench." + table.getKey() + " from stdin", in);
      }
      connection.commit();
      fastest = Math.min(fastest, Step.secondsSince(start));
      connection.setAutoCommit(true);
    }
    return Step.of("catalog limit: COPY", count, fastest);
  }
}
