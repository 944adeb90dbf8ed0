package dev.attune.platform.security;

import dev.attune.platform.database.Store;
import dev.attune.platform.security.SigningKeys.Material;
import dev.attune.platform.security.SigningKeys.Purpose;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The signing keys in the customer store; read at start only, so it blocks. */
@ApplicationScoped
class PgSigningKeyStore {
  private final javax.sql.DataSource database;

  PgSigningKeyStore(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource database) {
    this.database = database;
  }

  @Nullable Material find(Purpose purpose) {
    String statement = "select private_key, public_key from signing_key where purpose = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(statement)) {
      select.setString(1, purpose.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Material(row.getBytes(1), row.getBytes(2)) : null;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not read the signing keys", failed);
    }
  }

  /** Keeps this key unless another replica was faster; returns the one that is kept. */
  Material keep(Purpose purpose, Material material, Instant now) {
    String statement =
        "insert into signing_key (purpose, private_key, public_key, created_at)"
            + " values (?, ?, ?, ?) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      insert.setString(1, purpose.name());
      insert.setBytes(2, material.privateKey());
      insert.setBytes(3, material.publicKey());
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not keep the signing key", failed);
    }
    return Objects.requireNonNull(find(purpose));
  }
}
