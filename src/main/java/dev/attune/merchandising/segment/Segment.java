package dev.attune.merchandising.segment;

import dev.attune.merchandising.Kind;

/**
 * Shoppers for whom a condition holds.
 *
 * @param condition in CEL over the shopper
 * @param version counts its writes, for optimistic locking
 */
public record Segment(String id, String title, String condition, int version)
    implements Kind.Draftable {
  public Segment {
    if (id.isBlank() || title.isBlank() || condition.isBlank()) {
      throw new IllegalArgumentException("A segment needs an id, a title and a condition");
    }
  }
}
