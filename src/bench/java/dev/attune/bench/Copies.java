package dev.attune.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Empty tables like the store's own, with the same indexes and settings, in a schema {@code bench}.
 */
final class Copies {
  private Copies() {}

  /** Makes them anew. */
  static void create(Connection connection, List<String> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench cascade");
      statement.execute("create schema bench");
      for (String table : tables) {
        statement.execute(
            "create table bench.%s (like public.%s including all)%s"
                .formatted(table, table, settings(statement, table)));
      }
    }
  }

  /** How many rows of a copy are not in the original or the other way round. */
  static long differences(Connection connection, String table, String columns) throws SQLException {
    String ours = "select " + columns + " from bench." + table;
    String theirs = "select " + columns + " from public." + table;
    String sql =
        "select (select count(*) from (%s except %s) a) + (select count(*) from (%s except %s) b)"
            .formatted(ours, theirs, theirs, ours);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private static String settings(Statement statement, String table) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "select array_to_string(reloptions, ', ') from pg_class where oid = 'public.%s'::regclass"
                .formatted(table))) {
      String options = result.next() ? result.getString(1) : null;
      return options == null ? "" : " with (" + options + ")";
    }
  }
}
