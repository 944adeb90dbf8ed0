package dev.attune.ingest.health;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.events.EventLog.Received;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.platform.work.Pace;
import dev.attune.platform.work.WriteBehind;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Looks at the stream of events now and then, off the request threads. */
@ApplicationScoped
public class EventHealthMonitor {
  /** Orders of these last days are judged by what was viewed in all days that are looked at. */
  private static final Duration JUDGED = Duration.ofDays(7);

  private final Arrivals arrivals;
  private final PgEventCounts store;
  private final EventLog log;
  private final Catalog catalog;
  private final BadEvents badEvents;
  private final Clock clock;
  private final WriteBehind writing = new WriteBehind("Counts of events", this::batch);
  private volatile EventHealth current = EventHealth.UNKNOWN;

  EventHealthMonitor(
      Arrivals arrivals,
      PgEventCounts store,
      EventLog log,
      Catalog catalog,
      BadEvents badEvents,
      Clock clock) {
    this.arrivals = arrivals;
    this.store = store;
    this.log = log;
    this.catalog = catalog;
    this.badEvents = badEvents;
    this.clock = clock;
  }

  /** What was found last. */
  public EventHealth current() {
    return current;
  }

  /** What stopped arriving, by what was found last. */
  public EventGates gates() {
    return current.gates();
  }

  /** Looks now; the answer is also what {@link #current} gives from then on. */
  public Uni<EventHealth> check() {
    Instant now = clock.instant();
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(HealthThresholds.DAYS - 1);
    return writing
        .settled()
        .chain(() -> store.since(from))
        .chain(
            counts ->
                badEvents
                    .since(now.minus(Duration.ofDays(1)))
                    .map(refused -> new Counted(counts, refused)))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(counted -> EventCheck.of(counted.counts(), follow(now), counted.refused(), now))
        .invoke(health -> current = health);
  }

  private record Counted(List<EventCount> counts, long refused) {}

  private Journeys.Found follow(Instant now) {
    CatalogSnapshot snapshot = catalog.snapshot();
    Journeys journeys =
        new Journeys(
            product -> snapshot.find(product).isPresent(), now.minus(JUDGED), Journeys.MOST);
    Instant since = now.minus(Duration.ofDays(HealthThresholds.DAYS));
    log.gather(since, Received.EVER, Pace.calm(), journeys);
    return journeys.found();
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> count() {
    return writing
        .drain()
        .onFailure()
        .invoke(failure -> Log.warnf("Counts of events wait: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  @Scheduled(
      every = "${attune.events.health.every:15m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return check()
        .chain(
            () ->
                store.forget(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusDays(HealthThresholds.KEPT_DAYS)))
        .onFailure()
        .invoke(failure -> Log.warnf("The events' health is as it was: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Optional<Uni<Void>> batch() {
    List<EventCount> counts = arrivals.take();
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(store.add(counts).onFailure().invoke(() -> arrivals.giveBack(counts)));
  }
}
