package dev.attune.catalog.store;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.google.GoogleFeed;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The feed formats that can be imported. */
public enum Format {
  /** Google Merchant, tab-separated. */
  GOOGLE {
    @Override
    public Feed open(Reader text) throws IOException {
      return GoogleFeed.open(text);
    }
  };

  /**
   * Reads the feed's header.
   *
   * @throws dev.attune.platform.error.AttuneException MISSING_FIELD when a required column is
   *     missing
   * @throws IOException when the body ends early or is damaged
   */
  public abstract Feed open(Reader text) throws IOException;

  /** The format's name in requests, {@code google}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a name that is no format. */
  public static Optional<Format> parse(String id) {
    return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
  }
}
