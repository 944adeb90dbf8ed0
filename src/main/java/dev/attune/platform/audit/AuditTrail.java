package dev.attune.platform.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was recorded, the newest first, page by page. */
public interface AuditTrail {
  /** Where it was recorded; both count for themselves. */
  enum Part {
    /** What merchants wrote: rules, content, segments, experiments. */
    MERCHANTS,
    /** Keys, tokens, people and models. */
    GATEWAY
  }

  /**
   * Which entries are wanted; null for any.
   *
   * @param who a user's id
   * @param what the action, {@code rule.published}, or its beginning
   */
  record Wanted(@Nullable String who, @Nullable String what, @Nullable String subject) {}

  /**
   * An entry and its number, which rises with time within its part.
   *
   * @param number from 1
   */
  record Numbered(Part part, long number, AuditEntry entry) {}

  /**
   * Entries before a number, the newest first.
   *
   * @param number {@link Long#MAX_VALUE} for the very last ones
   * @param count how many at most, from 1
   */
  Uni<List<Numbered>> before(Part part, long number, Wanted wanted, int count);
}
