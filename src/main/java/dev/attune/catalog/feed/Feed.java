package dev.attune.catalog.feed;

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
}
