package dev.attune.events;

import java.time.Instant;
import java.util.List;

/**
 * One event as models learn from it.
 *
 * @param owner the key of the proven customer, else of the identifier it came in under
 * @param place which of an owner's events at the same instant comes first: the lower, a number that
 *     the event has whenever it is read
 */
public record LoggedEvent(String owner, Instant happenedAt, int place, List<Signal> signals) {
  public LoggedEvent {
    signals = List.copyOf(signals);
  }

  /** One that has no other beside it at the same instant, or comes in the right order. */
  public LoggedEvent(String owner, Instant happenedAt, List<Signal> signals) {
    this(owner, happenedAt, 0, signals);
  }
}
