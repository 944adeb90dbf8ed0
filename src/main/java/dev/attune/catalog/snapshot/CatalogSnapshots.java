package dev.attune.catalog.snapshot;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The snapshot of this process: loaded before the application is ready, replaced as a whole when
 * the store's version or, at the edge of a sale, a price changes.
 */
@ApplicationScoped
public class CatalogSnapshots implements Catalog {
  private static final int BEFORE_OTHERS = 100;

  private final PgSnapshotReader store;
  private final Event<CatalogChanged> changes;
  private final Clock clock;
  private volatile LoadedSnapshot current =
      new LoadedSnapshot(CatalogSnapshot.EMPTY, -1, Optional.empty());

  @Inject
  CatalogSnapshots(PgSnapshotReader store, Event<CatalogChanged> changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  void load(@Observes @Priority(BEFORE_OTHERS) StartupEvent started) {
    refresh();
  }

  @Override
  public CatalogSnapshot snapshot() {
    return current.snapshot();
  }

  /** Whether a snapshot has been loaded. */
  boolean loaded() {
    return current.version() >= 0;
  }

  /**
   * Returns when the snapshot is at least as new as the store was at the call, and its observers
   * have heard of it. Blocks.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails; the
   *     snapshot stays
   */
  public synchronized void refresh() {
    Instant now = clock.instant();
    boolean newer = store.version() != current.version();
    if (newer || priceChanged(now)) {
      current = store.load(now);
      changes.fire(new CatalogChanged(current.snapshot()));
    }
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followSales() {
    if (priceChanged(clock.instant())) {
      refresh();
    }
  }

  private boolean priceChanged(Instant now) {
    return current.nextPriceChange().map(change -> !now.isBefore(change)).orElse(false);
  }
}
