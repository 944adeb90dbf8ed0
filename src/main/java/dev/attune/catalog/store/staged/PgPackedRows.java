package dev.attune.catalog.store.staged;

import dev.attune.catalog.snapshot.row.BinaryRow;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What is known of all rows of the store as few large ones: parts that imports have added, a later
 * one before an earlier one. Only who holds the import lock adds parts; a doubt, which anybody
 * else's change of the variants leaves, goes once all have been packed anew after it was seen.
 */
public final class PgPackedRows {
  /** Rows of a part: 1 MB. */
  private static final int PART = 1 << 15;

  /** Parts that short feeds may leave: 30 MB at most. */
  private static final int MOST_PARTS = 1_000;

  private static final String PARTS = "select part, octet_length(rows) from packed_rows";
  private static final String ROWS =
      "copy (select rows from packed_rows where rows is not null order by part)"
          + " to stdout (format binary)";

  private final Connection connection;
  private final List<Long> doubts = new ArrayList<>();
  private long rows;
  private int parts;

  /** As they are now; in this transaction their changes are the caller's to add. */
  public PgPackedRows(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local attune.packs_rows = on");
      try (ResultSet part = statement.executeQuery(PARTS)) {
        while (part.next()) {
          long bytes = part.getLong(2);
          if (part.wasNull()) {
            doubts.add(part.getLong(1));
          } else {
            parts++;
            rows += bytes / KnownRows.PACKED;
          }
        }
      }
    }
  }

  /** Whether they tell all that the store has. */
  public boolean areAll() {
    return parts > 0 && doubts.isEmpty();
  }

  /** What they tell. */
  public KnownRows read() throws SQLException {
    KnownRows known = new KnownRows(rows);
    CopyOut all = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS);
    BinaryRow row = new BinaryRow(1);
    for (byte[] next = all.readFromCopy(); next != null; next = all.readFromCopy()) {
      if (row.take(next)) {
        known.unpack(ByteBuffer.wrap(next, row.from(0), row.to(0) - row.from(0)));
      }
    }
    return known;
  }

  /** Takes what an import knows of all rows after its changes. */
  public void keepAll(KnownRows known) throws SQLException {
    if (!areAll() || parts > 2 + 2 * known.size() / PART) {
      forget();
      add(known, false);
    } else {
      add(known, true);
    }
  }

  /** Takes what an import that knows some rows has changed; too many such are forgotten. */
  public void keepChanges(KnownRows known) throws SQLException {
    if (areAll() && parts < MOST_PARTS) {
      add(known, true);
    } else {
      forget();
    }
  }

  /** Says that what is packed is not to be trusted. */
  public static void doubt(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("insert into packed_rows (rows) values (null)");
    }
  }

  private void forget() throws SQLException {
    String delete = "delete from packed_rows where rows is not null or part = any(?)";
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      statement.setArray(1, connection.createArrayOf("bigint", doubts.toArray()));
      statement.executeUpdate();
    }
  }

  private void add(KnownRows known, boolean onlyChanged) throws SQLException {
    String insert = "insert into packed_rows (rows) values (?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      int place = 0;
      while (place < known.places()) {
        ByteBuffer part = ByteBuffer.allocate(PART * KnownRows.PACKED);
        place = known.pack(place, onlyChanged, part);
        if (part.position() > 0) {
          statement.setBytes(1, Arrays.copyOf(part.array(), part.position()));
          statement.executeUpdate();
        }
      }
    }
  }
}
