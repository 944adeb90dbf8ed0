package dev.attune.ingest.health;

import dev.attune.events.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How healthy the stream of events is.
 *
 * @param volumes of the last days, by type and day
 * @param types how late each type comes, and how often again
 * @param findings the worst first
 */
public record EventHealth(
    Instant checkedAt,
    List<Volume> volumes,
    List<TypeHealth> types,
    List<EventFinding> findings,
    EventGates gates) {
  /** Nobody has looked yet. */
  public static final EventHealth UNKNOWN =
      new EventHealth(Instant.EPOCH, List.of(), List.of(), List.of(), EventGates.OPEN);

  public EventHealth {
    volumes = List.copyOf(volumes);
    types = List.copyOf(types);
    findings = List.copyOf(findings);
  }

  /** How many of a type happened on a day, in UTC. */
  public record Volume(EventType type, LocalDate day, long count) {}

  /** How a type came within the last days. */
  public record TypeHealth(
      EventType type, long accepted, long duplicates, Delays delays, Instant lastReceived) {}
}
