package dev.attune.events;

import java.time.Instant;
import java.util.List;

/**
 * One event as models learn from it.
 *
 * @param owner the key of the proven customer, else of the identifier it came in under
 */
public record LoggedEvent(String owner, Instant happenedAt, List<Signal> signals) {
  public LoggedEvent {
    signals = List.copyOf(signals);
  }
}
