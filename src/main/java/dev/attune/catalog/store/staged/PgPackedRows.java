package dev.attune.catalog.store.staged;

import dev.attune.catalog.snapshot.row.BinaryRow;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What is known of all rows of the store as few large ones: parts that imports have added, a later
 * one before an earlier one. Only who holds the import lock adds parts; a doubt, which anybody
 * else's change of the variants leaves, goes before all are read and packed anew.
 */
public final class PgPackedRows {
  /** Rows of a part: 1 MB. */
  private static final int PART = 1 << 15;

  /** Bytes from which a part is long. */
  private static final int LONG = PART / 2 * KnownRows.PACKED;

  /** Short parts that stay: 8 MB at most, as a feed that leaves one alone has under 1,000 rows. */
  private static final int MOST_SHORT = 250;

  /** Rows that feeds may add to a store that looks small: 32 MB. */
  private static final long MOST_ADDED = 1 << 20;

  private static final String LOOK =
      ("select count(*), coalesce(sum(octet_length(rows)), 0) / %1$d,"
              + " coalesce(bool_or(rows is null or format <> 1 or octet_length(rows) %% %1$d <> 0),"
              + " false), count(*) filter (where octet_length(rows) < %2$d) from packed_rows")
          .formatted(KnownRows.PACKED, LONG);
  private static final String ROWS =
      "copy (select rows from packed_rows where rows is not null order by part)"
          + " to stdout (format binary)";

  /** Those behind the last long part become one, in their order. */
  private static final String MERGE_SHORT =
      """
      with short as (
        delete from packed_rows
        where rows is not null and part > (
          select coalesce(max(part), 0) from packed_rows where octet_length(rows) >= %d)
        returning part, rows)
      insert into packed_rows (rows)
      select string_agg(rows, ''::bytea order by part) from short having count(*) > 0
      """
          .formatted(LONG);

  private final Connection connection;
  private long about;
  private long parts;
  private long rows;
  private long shortParts;
  private boolean doubtful;
  private boolean read;
  private boolean wrong;

  /** Nothing is asked of the store yet. */
  public PgPackedRows(Connection connection) {
    this.connection = connection;
  }

  /** Until this transaction ends its changes of the variants are the caller's to add. */
  public void takeOver() throws SQLException {
    execute("set local attune.packs_rows = on");
  }

  /**
   * Looks what there is now.
   *
   * @param variants about how many the store has; 0 when nobody knows
   */
  public void look(long variants) throws SQLException {
    about = variants;
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(LOOK)) {
      found.next();
      parts = found.getLong(1);
      rows = found.getLong(2);
      doubtful = found.getBoolean(3);
      shortParts = found.getLong(4);
    }
  }

  /** Whether they tell all that the store has. */
  public boolean areAll() {
    return parts > 0 && !doubtful;
  }

  /**
   * Forgets all of them, doubts included. To be called before the variants are scanned: a doubt
   * that this sees was committed, and so the scan sees what it is about; one that is committed
   * later stays.
   */
  public void forget() throws SQLException {
    if (parts > 0) {
      execute("delete from packed_rows");
    }
  }

  /** What they tell. */
  public KnownRows read() throws SQLException {
    read = true;
    wrong = true;
    KnownRows known = new KnownRows(about > 0 ? Math.min(about, rows) : rows);
    CopyOut all = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS);
    try {
      BinaryRow row = new BinaryRow(1);
      for (byte[] next = all.readFromCopy(); next != null; next = all.readFromCopy()) {
        if (row.take(next)) {
          known.unpack(ByteBuffer.wrap(next, row.from(0), row.to(0) - row.from(0)));
        }
      }
      wrong = false;
    } finally {
      if (all.isActive()) { // else whatever is asked next waits for its end
        all.cancelCopy();
      }
    }
    return known;
  }

  /** Takes what an import knows of all rows after its changes. */
  public void keepAll(KnownRows known) throws SQLException {
    if (!areAll()) {
      add(known, false);
    } else if ((rows + known.changed()) * 2 > known.size() * 3L) {
      execute("delete from packed_rows where rows is not null"); // doubts of this moment stay
      add(known, false);
    } else {
      addChanges(known);
    }
  }

  /**
   * Takes what an import that knows some rows has changed. Where no long feed ever comes to pack
   * all anew, they are forgotten in the end: nobody reads them.
   */
  public void keepChanges(KnownRows known) throws SQLException {
    if (areAll() && rows + known.changed() > 2 * about + MOST_ADDED) {
      execute("delete from packed_rows where rows is not null");
    } else if (areAll()) {
      addChanges(known);
    }
  }

  /** Says that the store was found to be another than they told, if it was they who told it. */
  public void blame() {
    wrong |= read;
  }

  /** Leaves a doubt for the next import if these misled this one, which was rolled back. */
  public void doubtWhenWrong() throws SQLException {
    if (wrong) {
      execute("insert into packed_rows (rows) values (null)");
    }
  }

  private void addChanges(KnownRows known) throws SQLException {
    add(known, true);
    if (shortParts >= MOST_SHORT) {
      execute(MERGE_SHORT);
    }
  }

  private void add(KnownRows known, boolean onlyChanged) throws SQLException {
    int left = onlyChanged ? known.changed() : known.size();
    String insert = "insert into packed_rows (rows) values (?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      int place = 0;
      while (left > 0 && place < known.places()) {
        ByteBuffer part = ByteBuffer.allocate(Math.min(PART, left) * KnownRows.PACKED);
        place = known.pack(place, onlyChanged, part);
        left -= part.position() / KnownRows.PACKED;
        if (part.position() > 0) {
          statement.setBytes(1, Arrays.copyOf(part.array(), part.position()));
          statement.executeUpdate();
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
