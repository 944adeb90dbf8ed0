package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Feed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** A Google Merchant feed, tab-separated or in XML, as its first character says. */
public final class GoogleFeed {
  /** Blank characters before the feed that are looked through. */
  private static final int LOOK = 4096;

  private GoogleFeed() {}

  /**
   * Reads the header.
   *
   * @throws dev.attune.platform.error.AttuneException MISSING_FIELD when a required column is
   *     missing, INVALID_XML when it is XML but neither RSS nor Atom, or has a document type
   * @throws IOException when the body ends early or is damaged
   */
  public static Feed open(Reader text) throws IOException {
    BufferedReader feed = new BufferedReader(text);
    feed.mark(LOOK);
    int blanks = 0;
    int first = feed.read();
    while (blanks < LOOK - 1 && (first == '\uFEFF' || Character.isWhitespace(first))) {
      blanks++;
      first = feed.read();
    }
    feed.reset();
    if (first != '<') {
      return GoogleTsv.open(feed);
    }
    // nothing may stand before an XML declaration, but often does
    for (int i = 0; i < blanks; i++) {
      feed.read();
    }
    return GoogleXml.open(feed);
  }
}
