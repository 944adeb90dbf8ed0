package dev.attune.merchandising.segment;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;

/** How many shoppers segments have, counted over everybody. */
public interface SegmentCounts {
  /** What was counted last, by segment id. */
  Uni<Map<String, SegmentCount>> last();

  /** Counts everybody now; done once the counts can be read. */
  Uni<Void> count(Instant now);
}
