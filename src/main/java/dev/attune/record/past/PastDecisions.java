package dev.attune.record.past;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** The log of decisions, as drafts are tried on it. */
public interface PastDecisions {
  /**
   * Which decisions are wanted.
   *
   * @param slots by name
   * @param most as many as are handed over at most, from 1
   */
  record Wanted(Set<String> slots, Instant from, Instant to, int most) {
    public Wanted {
      slots = Set.copyOf(slots);
      if (most < 1 || !from.isBefore(to)) {
        throw new IllegalArgumentException("Some decisions of some time are wanted");
      }
    }
  }

  /**
   * Hands over decisions in constant memory, and of many always the same: whole shoppers one after
   * the other, in the order of a hash. Blocks until done.
   *
   * @param reader says whether it wants another one
   * @return how many there are, whether handed over or not
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the log cannot be read
   */
  long read(Wanted wanted, Predicate<PastDecision> reader);
}
