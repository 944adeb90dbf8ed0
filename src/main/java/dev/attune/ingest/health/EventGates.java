package dev.attune.ingest.health;

import dev.attune.events.EventType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which types of events stopped arriving.
 *
 * @param quietSince when each came last
 */
public record EventGates(Map<EventType, Instant> quietSince) {
  /** Everything arrives. */
  public static final EventGates OPEN = new EventGates(Map.of());

  public EventGates {
    quietSince = Map.copyOf(quietSince);
  }

  /** Why the gate is closed, {@code TREND: no PRODUCT_VIEWED since 2026-03-01}; null when open. */
  public @Nullable String reason(EventGate gate) {
    Instant last = quietSince.get(gate.needs());
    return last == null
        ? null
        : gate + ": no " + gate.needs() + " since " + last.toString().substring(0, 10);
  }
}
