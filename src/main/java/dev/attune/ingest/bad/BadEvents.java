package dev.attune.ingest.bad;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was refused, for those who can mend it. */
public interface BadEvents {
  /** Keeps it soon; never waits, never fails, and loses it where too many wait already. */
  void keep(BadEvent event);

  /** When all that waits now is in the table. */
  Uni<Void> settled();

  /**
   * The newest first, with all that this replica has refused so far.
   *
   * @param before only older ones than this id, null for the newest
   */
  Uni<BadEventPage> page(BadEventFilter filter, int first, @Nullable Long before);

  /** How many have come since. */
  Uni<Long> since(Instant from);

  /** How many there are by code and source, the most first. */
  Uni<List<BadEventPage.Count>> counts();
}
