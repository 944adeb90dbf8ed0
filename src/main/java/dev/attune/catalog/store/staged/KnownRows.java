package dev.attune.catalog.store.staged;

import dev.attune.catalog.feed.text.Fingerprint;

/**
 * What is known of the rows of the store and of the feed, by id: an open-addressing table of longs,
 * 40 bytes a place. Ids are kept as fingerprints, what rows say as half of one, so that two
 * versions of a row are taken for one in 1 of 2^64 cases.
 */
public final class KnownRows {
  private static final int WIDTH = 5;
  private static final int ID_LOW = 1;
  private static final int CONTENT = 2;
  private static final int WRITTEN = 3;

  /** The line on which the feed has the row, above the marks. */
  private static final int LINE = 4;

  private static final long USED = 1;
  private static final long STORED = 2;
  private static final long LIVE = 4;
  private static final int MARKS = 3;

  private static final int LEAST = 1 << 10;
  private static final int MOST_EXPECTED = 1 << 24;

  private long[] table;
  private int size;
  private long live;
  private long seenLive;

  /**
   * @param expected about how many rows there will be; more may come
   */
  public KnownRows(long expected) {
    long places = Math.min(MOST_EXPECTED, Math.max(LEAST, expected + expected / 2));
    table = new long[Integer.highestOneBit((int) places - 1) * 2 * WIDTH];
  }

  /** A row of the store. */
  public void store(Fingerprint id, long content, long written, boolean isLive) {
    int at = at(id);
    table[at + CONTENT] = content;
    table[at + WRITTEN] = written;
    table[at + LINE] |= STORED | (isLive ? LIVE : 0);
    live += isLive ? 1 : 0;
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
