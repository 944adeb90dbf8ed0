package dev.attune.catalog.store;

import dev.attune.catalog.feed.text.Fingerprints;
import dev.attune.catalog.store.staged.KnownRows;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private final Connection connection;
  private final Fingerprints fingerprints = new Fingerprints();

  PgKnownRows(Connection connection) {
    this.connection = connection;
  }

  /** Of these ids. */
  KnownRows of(Collection<String> ids) throws SQLException {
    KnownRows known = new KnownRows();
    String sql = "select " + COLUMNS + " from variant where id = any(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known.store(
              fingerprints.of(row.getString(1)),
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
    KnownRows known = new KnownRows();
    CopyOut rows = copies().copyOut("copy (select " + COLUMNS + " from variant) to stdout");
    for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
      int id = tab(row, 0);
      int content = tab(row, id + 1);
      int written = tab(row, content + 1);
      known.store(
          fingerprints.of(unescaped(row, id)),
          half(row, id + 1),
          row[content + 1] == '\\' ? 0 : half(row, content + 1),
          row[written + 1] == 't');
    }
    return known;
  }

  /** Copies the live rows that the feed has not named to the table {@code missing}. */
  void copyMissing(KnownRows known) throws SQLException {
    ByteArrayOutputStream missing = new ByteArrayOutputStream();
    CopyOut rows =
        copies()
            .copyOut(
                "copy (select id, product_id from variant where archived_at is null) to stdout");
    for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
      if (!known.hasSeen(fingerprints.of(unescaped(row, tab(row, 0))))) {
        missing.writeBytes(row);
      }
    }
    CopyIn in = copies().copyIn("copy missing from stdin");
    byte[] all = missing.toByteArray();
    in.writeToCopy(all, 0, all.length);
    in.endCopy();
  }

  /** Copies the live rows of products that the feed no longer shows to {@code missing}. */
  void withdraw(Collection<String> products) throws SQLException {
    String sql =
        "insert into missing select id, product_id from variant"
            + " where product_id = any(?) and archived_at is null"
            + " and not exists (select from changed where changed.id = variant.id)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", products.toArray()));
      statement.executeUpdate();
    }
  }

  private CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static int tab(byte[] row, int from) {
    int at = from;
    while (row[at] != '\t') {
      at++;
    }
    return at;
  }

  /** An id has no control characters; of what COPY escapes only backslashes can stand in it. */
  private static byte[] unescaped(byte[] row, int length) {
    String id = new String(row, 0, length, StandardCharsets.UTF_8);
    String plain = id.indexOf('\\') < 0 ? id : id.replace("\\\\", "\\");
    return plain.getBytes(StandardCharsets.UTF_8);
  }

  /** The first half of a {@code uuid}, 16 digits and two dashes. */
  private static long half(byte[] row, int from) {
    long half = 0;
    for (int i = from; i < from + 18; i++) {
      if (row[i] != '-') {
        half = half << 4 | Character.digit(row[i], 16);
      }
    }
    return half;
  }
}
