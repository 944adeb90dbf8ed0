package dev.attune.events.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Some pages of a table that lie beside each other, which PostgreSQL reads without looking at the
 * others. A row that stays as it is lies in the same page all along, so that going through all of
 * them without a snapshot finds each such row once; one that is changed meanwhile may be found
 * before, after, twice or not at all.
 */
record PgPages(long from, long to) {
  /** A thousand events or so: 5 to 10 ms. */
  private static final long AT_ONCE = 64;

  private static final String COUNT =
      "select pg_relation_size(?::regclass) / current_setting('block_size')::bigint";

  /** All pages that a table has by now, in their order. */
  static List<PgPages> of(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        long all = rows.getLong(1);
        return LongStream.iterate(0, from -> from < all, from -> from + AT_ONCE)
            .mapToObj(from -> new PgPages(from, Math.min(from + AT_ONCE, all)))
            .toList();
      }
    }
  }

  /** A condition; with numbers in it, so that the plan is made for these and no others. */
  String within() {
    return "and ctid >= '(%d,0)' and ctid < '(%d,0)'".formatted(from, to);
  }
}
