package dev.attune.graphql.merchant.segment;

import dev.attune.graphql.merchant.Typed;
import dev.attune.merchandising.segment.Segment;

/** Reads a segment that a merchant wrote; what cannot be read names its field. */
public final class SegmentReading {
  private SegmentReading() {}

  /** A segment at no version yet. */
  public static Segment segment(SegmentInput input) {
    return new Segment(
        Typed.id("segment.id", input.id),
        Typed.title("segment.title", input.title),
        input.condition,
        0);
  }
}
