package dev.attune.catalog.store.staged;

import dev.attune.catalog.feed.text.Fingerprint;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the rows of the store and of the feed, by id: an open-addressing table of longs,
 * 40 bytes a place. Ids are kept as fingerprints, what rows say as half of one, so that two
 * versions of a row are taken for one in 1 of 2^64 cases.
 */
public final class KnownRows {
  /** Bytes of a row that is packed. */
  static final int PACKED = 4 * Long.BYTES;

  private static final int WIDTH = 5;
  private static final int ID_LOW = 1;
  private static final int CONTENT = 2;
  private static final int WRITTEN = 3;

  /** The line on which the feed has the row, above the marks. */
  private static final int LINE = 4;

  private static final long USED = 1;
  private static final long STORED = 2;
  private static final long LIVE = 4;
  private static final long CHANGED = 8;
  private static final int MARKS = 4;

  private static final int LEAST = 1 << 10;
  private static final int MOST_EXPECTED = 1 << 24;

  private long[] table;
  private int size;
  private int changed;
  private long live;
  private long seenLive;

  /**
   * @param expected about how many rows there will be; more may come
   */
  public KnownRows(long expected) {
    long places = Math.min(MOST_EXPECTED, Math.max(LEAST, expected + expected / 2));
    table = new long[Integer.highestOneBit((int) places - 1) * 2 * WIDTH];
  }

  /** A row of the store, before the feed's rows; what is said of it later wins. */
  public void store(Fingerprint id, long content, long written, boolean isLive) {
    store(at(id), content, written, isLive);
  }

  private void store(int at, long content, long written, boolean isLive) {
    live += (isLive ? 1 : 0) - (is(at, LIVE) ? 1 : 0);
    table[at + CONTENT] = content;
    table[at + WRITTEN] = written;
    table[at + LINE] = table[at + LINE] & ~LIVE | STORED | (isLive ? LIVE : 0);
  }

  /** A live row of the store from now on, which the feed has. */
  public void change(Fingerprint id, Fingerprint content, @Nullable Fingerprint written) {
    int at = at(id);
    seenLive += is(at, LIVE) ? 0 : 1;
    store(at, content.high(), written == null ? 0 : written.high(), true);
    markChanged(at);
  }

  /** A row of the store that is archived from now on. */
  public void archive(Fingerprint id) {
    int at = at(id);
    store(at, 0, 0, false);
    markChanged(at);
  }

  private void markChanged(int at) {
    changed += is(at, CHANGED) ? 0 : 1;
    table[at + LINE] |= CHANGED;
  }

  /**
   * A row of the feed on this line.
   *
   * @return 0, or the line on which the feed had the id before
   */
  public long see(Fingerprint id, long line) {
    int at = at(id);
    long before = table[at + LINE] >> MARKS;
    if (before == 0) {
      table[at + LINE] |= line << MARKS;
      seenLive += is(at, LIVE) ? 1 : 0;
    }
    return before;
  }

  /** Whether the feed has had this id. */
  public boolean hasSeen(Fingerprint id) {
    return table[place(id) + LINE] >> MARKS != 0;
  }

  public boolean isStored(Fingerprint id) {
    return is(place(id), STORED);
  }

  /** Whether a live row of the store says this. */
  public boolean says(Fingerprint id, Fingerprint content) {
    int at = place(id);
    return is(at, LIVE) && table[at + CONTENT] == content.high();
  }

  /** Whether a live row of the store was last written so. */
  public boolean isWritten(Fingerprint id, Fingerprint written) {
    int at = place(id);
    return is(at, LIVE) && table[at + WRITTEN] == written.high();
  }

  /** How many live rows of the store the feed has not had so far. */
  public long missing() {
    return live - seenLive;
  }

  /** Rows of the store and of the feed. */
  int size() {
    return size;
  }

  /** Rows of the store that are not what they were. */
  int changed() {
    return changed;
  }

  /** Up to which places are counted when packing. */
  int places() {
    return table.length / WIDTH;
  }

  /**
   * Packs rows of the store, those that have changed or all, until there is no more room.
   *
   * @param from the place to begin with
   * @return the place to go on with
   */
  int pack(int from, boolean onlyChanged, ByteBuffer into) {
    int place = from;
    for (; place < places() && into.hasRemaining(); place++) {
      int at = place * WIDTH;
      if (is(at, onlyChanged ? CHANGED : STORED)) {
        boolean isLive = is(at, LIVE);
        into.putLong(table[at]).putLong(table[at + ID_LOW]);
        into.putLong(isLive ? table[at + CONTENT] : 0).putLong(isLive ? table[at + WRITTEN] : 0);
      }
    }
    return place;
  }

  /** Stores the rows that were packed. */
  void unpack(ByteBuffer rows) {
    while (rows.hasRemaining()) {
      int at = at(new Fingerprint(rows.getLong(), rows.getLong()));
      long content = rows.getLong();
      store(at, content, rows.getLong(), content != 0);
    }
  }

  private boolean is(int at, long mark) {
    return (table[at + LINE] & mark) != 0;
  }

  private int at(Fingerprint id) {
    int at = place(id);
    if (is(at, USED)) {
      return at;
    }
    if (size * 3L > table.length / WIDTH * 2L) {
      grow();
      at = place(id);
    }
    size++;
    table[at] = id.high();
    table[at + ID_LOW] = id.low();
    table[at + LINE] = USED;
    return at;
  }

  /** Where the id is, or the free place where it would be. */
  private int place(Fingerprint id) {
    return place(table, id.high(), id.low());
  }

  private static int place(long[] table, long high, long low) {
    int places = table.length / WIDTH;
    int place = (int) low & (places - 1);
    while (true) {
      int at = place * WIDTH;
      if ((table[at + LINE] & USED) == 0 || (table[at] == high && table[at + ID_LOW] == low)) {
        return at;
      }
      place = place + 1 & (places - 1);
    }
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (int at = 0; at < table.length; at += WIDTH) {
      if (is(at, USED)) {
        int to = place(larger, table[at], table[at + ID_LOW]);
        System.arraycopy(table, at, larger, to, WIDTH);
      }
    }
    table = larger;
  }
}
