package dev.attune.models;

import dev.attune.events.Signal;
import java.time.Instant;
import java.util.List;

/**
 * What one event teaches.
 *
 * @param owner whose it is; only equality matters
 */
public record TrainingEvent(String owner, Instant at, List<Signal> signals) {
  public TrainingEvent {
    signals = List.copyOf(signals);
  }
}
