package dev.attune.catalog.snapshot.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants at which the clock alone changes a price.
 *
 * @param asOf what the clock said when prices were read
 * @param last the last edge of a sale up to then, null without one
 * @param next the first one after, null without one
 */
public record PriceEdges(Instant asOf, @Nullable Instant last, @Nullable Instant next) {
  /** Whether a sale has begun or ended since prices were read. */
  public boolean passedBy(Instant now) {
    return next != null && !now.isBefore(next);
  }
}
