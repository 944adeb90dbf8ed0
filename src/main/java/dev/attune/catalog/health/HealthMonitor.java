package dev.attune.catalog.health;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.work.BackgroundWork;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Looks at the catalog after each change of its assortment, and hourly, off the request threads.
 */
@ApplicationScoped
public class HealthMonitor {
  private static final Logger LOG = Logger.getLogger(HealthMonitor.class);

  /** Stock of which nothing was heard for so long is doubtful. */
  private static final Duration FRESH = Duration.ofDays(7);

  private final Catalog catalog;
  private final PgHealth store;
  private final Clock clock;
  private final BackgroundWork work;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile CatalogHealth current = CatalogHealth.UNKNOWN;
  private volatile Gates gates = Gates.OPEN;

  @Inject
  HealthMonitor(Catalog catalog, PgHealth store, Clock clock, BackgroundWork work) {
    this.catalog = catalog;
    this.store = store;
    this.clock = clock;
    this.work = work;
  }

  /** What was found last. */
  public CatalogHealth current() {
    return current;
  }

  /** What must not act where, by what was found last. */
  public Gates gates() {
    return gates;
  }

  /** The last points of the trend, the newest first. Blocks. */
  public List<HealthPoint> trend(int most) {
    return store.trend(most);
  }

  /**
   * Looks now, on this thread, and notes the point of the trend. Blocks.
   *
   * @throws AttuneException UNAVAILABLE when the store fails
   */
  public synchronized CatalogHealth check() {
    CatalogSnapshot snapshot = catalog.snapshot();
    Instant now = clock.instant();
    CatalogHealth health =
        HealthCheck.of(
            snapshot, store.stale(now.minus(FRESH))::contains, store.missingTargets(), now);
    if (!health.version().equals(current.version())) {
      store.add(point(health));
    }
    gates = Gates.of(health);
    current = health;
    return health;
  }

  void atStart(@Observes StartupEvent started) {
    soon();
  }

  void atChange(@Observes CatalogChanged changed) {
    if (changed.assortment()) {
      soon();
    }
  }

  @Scheduled(every = "1h", delayed = "1h")
  void hourly() {
    soon();
  }

  private void soon() {
    if (waiting.compareAndSet(false, true)) {
      work.patient(this::look);
    }
  }

  private void look() {
    waiting.set(false);
    try {
      check();
    } catch (AttuneException unavailable) {
      LOG.warnf("The catalog's health is as it was last: %s", unavailable.getMessage());
    }
  }

  private static HealthPoint point(CatalogHealth health) {
    Map<HealthCode, Integer> affected = new EnumMap<>(HealthCode.class);
    health.findings().forEach(finding -> affected.put(finding.code(), finding.affected()));
    String number = health.version().replaceAll("\\D.*", "");
    return new HealthPoint(
        Long.parseLong(number), health.checkedAt(), health.products(), health.score(), affected);
  }
}
