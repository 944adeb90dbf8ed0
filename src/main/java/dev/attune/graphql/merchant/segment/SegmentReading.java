package dev.attune.graphql.merchant.segment;

import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.segment.Segment;

/** Reads a segment that a merchant wrote; what cannot be read names its field. */
public final class SegmentReading {
  private static final int LONGEST = 200;

  private SegmentReading() {}

  /** A segment at no version yet. */
  public static Segment segment(SegmentInput input) {
    Merchants.require(
        !input.id.isBlank() && input.id.length() <= LONGEST,
        "segment.id",
        "A segment's id has 1 to " + LONGEST + " characters");
    Merchants.require(!input.title.isBlank(), "segment.title", "A segment needs a title");
    Conditions.ofShopper("segment.condition", input.condition);
    return new Segment(input.id, input.title, input.condition, 0);
  }
}
