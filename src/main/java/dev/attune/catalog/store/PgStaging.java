package dev.attune.catalog.store;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Murmur;
import dev.attune.catalog.store.staged.KnownRows;
import dev.attune.catalog.store.staged.PgCopies;
import dev.attune.catalog.store.staged.PgPackedRows;
import dev.attune.catalog.store.staged.StagedRow;
import dev.attune.catalog.store.staged.StagingTables;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a feed to its end. Rows that the store knows as they are are only counted, new ones go
 * straight to their table, and what else is to be done goes to tables of this transaction's own.
 */
final class PgStaging {
  /** Rows of a feed that is short: their ids are looked up, instead of reading all of the store. */
  private static final int SHORT = 1_000;

  /** Rows whose writing one import notes, so that it does not write a whole store again for it. */
  private static final int MOST_REREAD = 100_000;

  private static final String VARIANTS = "copy variant (" + StagedRow.VARIANT + ") from stdin";
  private static final String FEED = "copy feed (" + StagedRow.VARIANT + ") from stdin";
  private static final String CHANGED = "copy changed (" + StagedRow.CHANGE + ") from stdin";
  private static final String BESIDE = "copy beside (" + StagedRow.BESIDE + ") from stdin";
  private static final String REREAD = "copy reread (id, row_hash) from stdin";

  private static final String UNIQUE_VIOLATION = "23505";

  private final Connection connection;
  private final PgPackedRows packed;
  private final Counts counts;
  private final Set<String> withdrawn = new LinkedHashSet<>();
  private final Set<List<String>> categories = new LinkedHashSet<>();
  private final StagedRow staged = new StagedRow();
  private KnownRows known = new KnownRows(0);
  private long position;
  private long stored;
  private long added;
  private long reread;
  private String lastId = "";
  private Fingerprint lastFingerprint = Murmur.of(lastId);

  PgStaging(Connection connection, PgPackedRows packed, Counts counts) {
    this.connection = connection;
    this.packed = packed;
    this.counts = counts;
  }

  void fill(Feed feed, Mode mode) throws SQLException, IOException {
    create();
    List<FeedRow> first = start(feed);
    PgKnownRows store = new PgKnownRows(connection);
    boolean all = first.size() == SHORT || mode == Mode.FULL;
    packed.takeOver();
    packed.look(store.about());
    if (!packed.areAll()) {
      packed.forget();
    }
    if (all) {
      known = packed.areAll() ? packed.read() : store.all();
    } else {
      known = store.of(ids(first));
    }
    read(first, feed);
    if (mode == Mode.FULL && known.missing() > 0) {
      store.copyMissing(known);
    } else if (mode == Mode.DELTA && !withdrawn.isEmpty()) {
      store.withdraw(withdrawn, known);
    }
    if (all) {
      packed.keepAll(known);
    } else {
      packed.keepChanges(known);
    }
  }

  private void read(List<FeedRow> first, Feed feed) throws SQLException, IOException {
    feed.knowing((id, written) -> known.isWritten(fingerprint(id), written));
    try (PgCopies copies = new PgCopies(connection)) {
      for (FeedRow row : first) {
        take(row, copies);
      }
      for (FeedRow row = feed.next(); row != null; row = feed.next()) {
        take(row, copies);
      }
      copies.finish();
    } catch (SQLException failed) {
      if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
        packed.blame();
      }
      throw failed;
    }
  }

  /** Says that the store does not have the rows that it was said to have. */
  void blameKnown() {
    packed.blame();
  }

  /** Every path that a stored row named, in order of first appearance. */
  Set<List<String>> categories() {
    return categories;
  }

  /** Rows that are new, altered or back from the archive. */
  long stored() {
    return stored;
  }

  /** The position of the last variant. */
  long position() {
    return position;
  }

  /** Of those the ones whose ids the store did not have. */
  long added() {
    return added;
  }

  /** Rows that say what they said, written in another way. */
  long reread() {
    return reread;
  }

  private static List<FeedRow> start(Feed feed) throws IOException {
    List<FeedRow> rows = new ArrayList<>();
    FeedRow row = feed.next();
    while (row != null) {
      rows.add(row);
      row = rows.size() < SHORT ? feed.next() : null;
    }
    return rows;
  }

  private static List<String> ids(List<FeedRow> rows) {
    List<String> ids = new ArrayList<>(rows.size());
    for (FeedRow row : rows) {
      if (row instanceof FeedRow.Accepted accepted) {
        ids.add(accepted.item().id());
      }
    }
    return ids;
  }

  /** Of an id that is asked for when its row is read and again when it is taken. */
  private Fingerprint fingerprint(String id) {
    if (!id.equals(lastId)) {
      lastId = id;
      lastFingerprint = Murmur.of(id);
    }
    return lastFingerprint;
  }

  private void take(FeedRow row, PgCopies copies) throws SQLException {
    counts.count(row);
    if (row instanceof FeedRow.Refused refused && refused.withdrawn() != null) {
      withdrawn.add(refused.withdrawn());
    } else if (row instanceof FeedRow.Same same) {
      isFirst(fingerprint(same.id()), same.id(), same.line());
    } else if (row instanceof FeedRow.Accepted accepted) {
      Fingerprint id = fingerprint(accepted.item().id());
      if (isFirst(id, accepted.item().id(), accepted.line())) {
        stage(accepted, id, copies);
      }
    }
  }

  /** Of several rows with one id the first stays. */
  private boolean isFirst(Fingerprint id, String name, long line) {
    long before = known.see(id, line);
    if (before != 0) {
      String message = "The id " + name + " stands in line " + before;
      counts.reject(line, new Rejection(ErrorCode.DUPLICATE_ID, "id", message));
    }
    return before == 0;
  }

  private void stage(FeedRow.Accepted row, Fingerprint id, PgCopies copies) throws SQLException {
    boolean isNew = !known.isStored(id);
    Fingerprint content = staged.read(row.item());
    if (known.says(id, content)) {
      Fingerprint written = row.written();
      if (written != null && reread < MOST_REREAD && !known.isWritten(id, written)) {
        copies.add(REREAD, staged.rewritten(written));
        known.change(id, content, written);
        reread++;
      }
      return;
    }
    known.change(id, content, row.written());
    stored++;
    added += isNew ? 1 : 0;
    position++;
    categories.addAll(row.item().categories());
    copies.add(isNew ? VARIANTS : FEED, staged.variant(position, row.written()));
    copies.add(CHANGED, staged.change(position, isNew));
    if (staged.saysMore()) {
      copies.add(BESIDE, staged.beside(position, isNew));
    }
  }

  private void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(StagingTables.CREATE);
      try (ResultSet row = statement.executeQuery("select last_position from catalog_version")) {
        position = row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
