package dev.attune.catalog.store;

import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Murmur;
import dev.attune.catalog.snapshot.row.BinaryRow;
import dev.attune.catalog.store.staged.KnownRows;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Reads what the store knows of its rows, and which of them a feed has not named. */
final class PgKnownRows {
  private static final String COLUMNS = "id, content_hash, row_hash, archived_at is null";
  private static final String ABOUT =
      "select greatest(0, reltuples)::bigint from pg_class where oid = 'variant'::regclass";

  private final Connection connection;

  PgKnownRows(Connection connection) {
    this.connection = connection;
  }

  /** Of these ids. */
  KnownRows of(Collection<String> ids) throws SQLException {
    KnownRows known = new KnownRows(ids.size());
    String sql = "select " + COLUMNS + " from variant where id = any(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.store(
              Murmur.of(row.getString(1)),
              row.getObject(2, UUID.class).getMostSignificantBits(),
              written(row.getObject(3, UUID.class)),
              row.getBoolean(4));
        }
      }
    }
    return known;
  }

  private static long written(@Nullable UUID hash) {
    return hash == null ? 0 : hash.getMostSignificantBits();
  }

  /** Of all rows, in one scan. */
  KnownRows all() throws SQLException {
    KnownRows known = new KnownRows(about());
    CopyOut rows =
        copies().copyOut("copy (select " + COLUMNS + " from variant) to stdout (format binary)");
    BinaryRow row = new BinaryRow(4);
    for (byte[] next = rows.readFromCopy(); next != null; next = rows.readFromCopy()) {
      if (row.take(next)) {
        known.store(
            Murmur.of(row.text(0)),
            row.number(1),
            row.isNull(2) ? 0 : row.number(2),
            row.bytes()[row.from(3)] != 0);
      }
    }
    return known;
  }

  /** How many rows there were when somebody last counted; 0 when nobody has. */
  long about() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ABOUT)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /**
   * Copies the live rows that the feed has not named to the table {@code missing}, and knows them
   * as archived, as they are to be.
   */
  void copyMissing(KnownRows known) throws SQLException {
    ByteArrayOutputStream missing = new ByteArrayOutputStream();
    CopyOut rows =
        copies()
            .copyOut(
                "copy (select id, product_id from variant where archived_at is null) to stdout");
    for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
      Fingerprint id = Murmur.of(unescaped(row, tab(row)));
      if (!known.hasSeen(id)) {
        missing.writeBytes(row);
        known.archive(id);
      }
    }
    CopyIn in = copies().copyIn("copy missing from stdin");
    byte[] all = missing.toByteArray();
    in.writeToCopy(all, 0, all.length);
    in.endCopy();
  }

  /** Does so with the live rows of products that the feed no longer shows. */
  void withdraw(Collection<String> products, KnownRows known) throws SQLException {
    String sql =
        "insert into missing select id, product_id from variant"
            + " where product_id = any(?) and archived_at is null"
            + " and not exists (select from changed where changed.id = variant.id)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", products.toArray()));
      statement.executeUpdate();
    }
    archiveMissing(known);
  }

  private void archiveMissing(KnownRows known) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet row = statement.executeQuery("select id from missing")) {
        while (row.next()) {
          known.archive(Murmur.of(row.getString(1)));
        }
      }
    }
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static int tab(byte[] row) {
    int at = 0;
    while (row[at] != '\t') {
      at++;
    }
    return at;
  }

  /** An id has no control characters; of what COPY escapes only backslashes can stand in it. */
  private static String unescaped(byte[] row, int length) {
    String id = new String(row, 0, length, StandardCharsets.UTF_8);
    return id.indexOf('\\') < 0 ? id : id.replace("\\\\", "\\");
  }
}
