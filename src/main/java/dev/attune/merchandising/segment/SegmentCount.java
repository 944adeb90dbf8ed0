package dev.attune.merchandising.segment;

import java.time.Instant;

/**
 * How many shoppers a segment had.
 *
 * @param condition the segment's when it was counted
 * @param of how many shoppers were looked at
 * @param at when the counting began
 */
public record SegmentCount(String segment, String condition, long members, long of, Instant at) {
  /** Whether it is of what the segment is, and not of what it was. */
  public boolean counts(Segment present) {
    return segment.equals(present.id()) && condition.equals(present.condition());
  }
}
