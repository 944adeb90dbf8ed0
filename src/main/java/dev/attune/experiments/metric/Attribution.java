package dev.attune.experiments.metric;

import dev.attune.experiments.store.Definition;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Says which part of the shop led to what. An event belongs to the decision that it names; goods of
 * an order belong to the last decision through which their buyer came to them within a window
 * before.
 */
public interface Attribution {
  /** What happened in this time, whoever did it. */
  Uni<Attributed> of(Period period);

  /** What shoppers of an experiment did within its window; it is the window of purchases too. */
  Uni<Takings> of(Definition definition, Instant until);

  /**
   * A time to look at.
   *
   * @param windowDays how long after a decision a purchase still belongs to it
   * @param currency money in others does not count
   */
  record Period(Instant from, Instant until, int windowDays, String currency) {
    public Period {
      if (!from.isBefore(until) || windowDays < 1) {
        throw new IllegalArgumentException("No period: " + from + ", " + until);
      }
    }
  }
}
