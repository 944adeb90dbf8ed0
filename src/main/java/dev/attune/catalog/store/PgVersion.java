package dev.attune.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The catalog's version, announced to every replica when the transaction commits. */
public final class PgVersion {
  private PgVersion() {}

  public static void bump(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          with bumped as (update catalog_version set version = version + 1 returning version)
          select pg_notify('catalog_changed', version::text) from bumped
          """);
    }
  }
}
