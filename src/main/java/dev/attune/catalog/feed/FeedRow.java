package dev.attune.catalog.feed;

import dev.attune.platform.error.Rejection;
import java.util.List;

/** What became of one row of a feed. */
public sealed interface FeedRow {
  /** The physical line on which the row starts; the header is line 1. */
  long line();

  /**
   * A row that is taken.
   *
   * @param warnings fields that were dropped from it
   */
  record Accepted(long line, Item item, List<Rejection> warnings) implements FeedRow {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /** A row that is left out as a whole. */
  record Refused(long line, Rejection rejection) implements FeedRow {}
}
