package dev.attune.ingest.health;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import dev.attune.events.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what comes in on this replica until it is written; bots are left out. */
@ApplicationScoped
public class Arrivals {
  /**
   * The most that is counted apart at a time, as clients choose the names of sources and days; what
   * is more is counted together.
   */
  private static final int MOST = 5_000;

  private final Sources sources = new Sources();

  private Map<EventCount.Key, EventCount> counts = new HashMap<>();

  /** One event that was new. */
  public void accepted(
      EventType type, Traffic traffic, Delivery delivery, Instant happenedAt, Instant receivedAt) {
    if (traffic != Traffic.BOT) {
      Delays delays =
          delivery.source().equals(Delivery.HISTORY)
              ? Delays.NONE
              : Delays.of(Duration.between(happenedAt, receivedAt));
      add(
          new EventCount(
              key(happenedAt, type, delivery, receivedAt),
              1,
              0,
              delivery.clamped() ? 1 : 0,
              delivery.uncorrected() ? 1 : 0,
              delays,
              receivedAt));
    }
  }

  /** One event that the log had already. */
  public void repeated(EventType type, Delivery delivery, Instant receivedAt) {
    add(
        new EventCount(
            key(receivedAt, type, delivery, receivedAt), 0, 1, 0, 0, Delays.NONE, receivedAt));
  }

  /** What was counted since the last time. */
  synchronized List<EventCount> take() {
    List<EventCount> taken = List.copyOf(counts.values());
    counts = new HashMap<>();
    return taken;
  }

  /** Takes back what could not be written. */
  synchronized void giveBack(Collection<EventCount> taken) {
    taken.forEach(this::add);
  }

  /** What happened so long ago that nobody looks at its day any more is not counted. */
  private synchronized void add(EventCount count) {
    LocalDate received = LocalDate.ofInstant(count.lastReceived(), ZoneOffset.UTC);
    if (count.key().day().isBefore(received.minusDays(HealthThresholds.KEPT_DAYS))) {
      return;
    }
    if (counts.size() < MOST || counts.containsKey(count.key())) {
      counts.merge(count.key(), count, EventCount::plus);
    } else {
      EventCount together = count.of(Sources.others(count.key().source()));
      counts.merge(together.key(), together, EventCount::plus);
    }
  }

  private synchronized EventCount.Key key(
      Instant at, EventType type, Delivery delivery, Instant receivedAt) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new EventCount.Key(day, type, sources.name(delivery.source(), receivedAt));
  }
}
