package dev.attune;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rows of a store as texts, to look for what must not be there. */
public final class Tables {
  private Tables() {}

  /** Rows of any table in which the text appears, however it is stored; the table's name first. */
  public static List<String> rowsWith(javax.sql.DataSource store, String text) throws SQLException {
    List<String> rows = new ArrayList<>();
    String hex = "%" + hex(text) + "%";
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        String query =
            "select t::text from "
                + table
                + " t where t::text ilike '%"
                + text
                + "%' or t::text like '"
                + hex
                + "'";
        try (ResultSet found = statement.executeQuery(query)) {
          while (found.next()) {
            rows.add(table + found.getString(1));
          }
        }
      }
    }
    return rows;
  }

  /** How many rows of a table belong to somebody whose keys have this in them. */
  public static int count(javax.sql.DataSource store, String table, String owner) {
    String query = "select count(*) from " + table + " where owner like '%" + owner + "%'";
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery(
            "select tablename from pg_tables where schemaname = 'public' order by 1")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  /** As bytes of a {@code bytea} are printed. */
  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte one : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hex.append(String.format(Locale.ROOT, "%02x", one));
    }
    return hex.toString();
  }
}
