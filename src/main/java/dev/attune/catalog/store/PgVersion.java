package dev.attune.catalog.store;

import dev.attune.catalog.ProductId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The catalog's version, announced to every replica when the transaction commits. */
public final class PgVersion {

  private PgVersion() {}

  /** How many versions can be caught up with by reading only what they changed. */
  private static final int REMEMBERED = 1_000;

  /** Bumps the version; what it changed is to be noted in {@code catalog_change} with it. */
  public static void bump(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          with bumped as (update catalog_version set version = version + 1 returning version),
          forgotten as (
            delete from catalog_change using bumped
            where catalog_change.version <= bumped.version - %d)
          select pg_notify('catalog_changed', version::text) from bumped
          """
              .formatted(REMEMBERED));
    }
  }

  /** Bumps the version for a change of these products. */
  public static void bump(Connection connection, List<ProductId> changed) throws SQLException {
    bump(connection);
    String note =
        "insert into catalog_change (version, products) select version, ? from catalog_version";
    try (PreparedStatement statement = connection.prepareStatement(note)) {
      Object[] ids = changed.stream().map(ProductId::value).toArray();
      statement.setArray(1, connection.createArrayOf("text", ids));
      statement.executeUpdate();
    }
  }
}
