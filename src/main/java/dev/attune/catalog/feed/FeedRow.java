package dev.attune.catalog.feed;

import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.platform.error.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one row of a feed. */
public sealed interface FeedRow {
  /** The physical line on which the row starts; the header is line 1. */
  long line();

  /**
   * A row that is taken.
   *
   * @param warnings fields that were dropped from it
   * @param written by what it can be known again unread; null where it cannot, or warns
   */
  record Accepted(long line, Item item, List<Rejection> warnings, @Nullable Fingerprint written)
      implements FeedRow {
    public Accepted {
      warnings = List.copyOf(warnings);
    }

    /** A row that has to be read each time. */
    public Accepted(long line, Item item, List<Rejection> warnings) {
      this(line, item, warnings, null);
    }
  }

  /** A row that is written as it was when it was taken before, without warnings. */
  record Same(long line, String id) implements FeedRow {}

  /**
   * A row that is left out as a whole.
   *
   * @param withdrawn the product that the feed no longer shows, which is archived; null where the
   *     row is only wrong and the product stays as it was
   */
  record Refused(long line, Rejection rejection, @Nullable String withdrawn) implements FeedRow {
    /** A row that is wrong. */
    public Refused(long line, Rejection rejection) {
      this(line, rejection, null);
    }
  }
}
