package dev.attune.events;

import java.time.Instant;
import java.util.List;

/**
 * One event of the log as far as it teaches anything.
 *
 * @param owner whose it is; only equality matters
 */
public record LoggedEvent(String owner, Instant happenedAt, List<Signal> signals) {
  public LoggedEvent {
    signals = List.copyOf(signals);
  }
}
