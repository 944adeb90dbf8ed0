package dev.attune.catalog.feed;

import dev.attune.catalog.feed.text.Fingerprint;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A feed whose header has been read, row by row. */
public interface Feed {
  /**
   * The next row, or null after the last one.
   *
   * @throws IOException when the body ends early or is damaged
   */
  @Nullable FeedRow next() throws IOException;

  /**
   * From the next row on, those that are written as they are known come as {@link FeedRow.Same};
   * what they say is not read. A format may ignore it.
   */
  default void knowing(Known rows) {}

  /** The rows that somebody has taken before. */
  @FunctionalInterface
  interface Known {
    /** Whether the row with this id was written so when it was last taken. */
    boolean has(String id, Fingerprint written);
  }
}
