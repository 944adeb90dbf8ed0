package dev.attune.platform.security;

import dev.attune.platform.database.Store;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hashes of made keys in the customer store; read at start only, so it blocks. */
@ApplicationScoped
class PgKeyStore {
  private final javax.sql.DataSource database;

  PgKeyStore(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource database) {
    this.database = database;
  }

  /** The hash of the first key of this kind, also where it was revoked. */
  Optional<byte[]> find(KeyKind kind) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select hash from api_key where kind = ?")) {
      select.setString(1, kind.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not read the keys", failed);
    }
  }

  /** All keys that were not revoked. */
  List<Keys.Stored> good() {
    String statement =
        "select true, kind, hash from api_key where revoked_at is null union all"
            + " select false, kind, hash from shop_key where revoked_at is null";
    List<Keys.Stored> good = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(statement);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        boolean first = rows.getBoolean(1);
        byte[] hash = rows.getBytes(3);
        KeyKind.named(rows.getString(2))
            .ifPresent(kind -> good.add(new Keys.Stored(first, kind, hash)));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not read the keys", failed);
    }
    return good;
  }

  /** Keeps this hash unless another replica was faster; returns the one that is kept. */
  byte[] keep(KeyKind kind, byte[] hash, Instant now) {
    String statement =
        "insert into api_key (kind, hash, created_at) values (?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      insert.setString(1, kind.name());
      insert.setBytes(2, hash);
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not keep the " + kind + " key", failed);
    }
    return find(kind).orElseThrow();
  }
}
