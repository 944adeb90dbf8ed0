package dev.attune.models;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.ingest.HistoryImported;
import dev.attune.platform.work.BackgroundWork;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Holds the models in use and trains new ones off the request threads, one training at a time. */
@ApplicationScoped
public class ModelRegistry {
  private static final Logger LOG = Logger.getLogger(ModelRegistry.class);

  private final Catalog catalog;
  private final EventLog log;
  private final Clock clock;
  private final Executor workers;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Models current = Models.EMPTY;
  private volatile long counted;
  private volatile CatalogSnapshot learned = CatalogSnapshot.EMPTY;

  @Inject
  ModelRegistry(Catalog catalog, EventLog log, Clock clock, BackgroundWork work) {
    this(catalog, log, clock, work::patient);
  }

  ModelRegistry(Catalog catalog, EventLog log, Clock clock, Executor workers) {
    this.catalog = catalog;
    this.log = log;
    this.clock = clock;
    this.workers = workers;
  }

  /** The models of the last training that finished; a request reads them once. */
  public Models current() {
    return current;
  }

  /**
   * Trains soon, on a worker thread. Asked again while a training runs, one more follows it,
   * however often it was asked.
   *
   * @param why for the log
   */
  public void retrain(String why) {
    if (asked.getAndIncrement() == 0) {
      workers.execute(() -> trainWhileAsked(why));
    }
  }

  /** Trains now, on this thread, which may block. */
  public synchronized Models train() {
    CatalogSnapshot snapshot = catalog.snapshot();
    long count = log.count();
    Training training = new Training(snapshot, current);
    log.read(
        Instant.EPOCH, event -> training.add(event.owner(), event.happenedAt(), event.signals()));
    Models trained = training.finish(clock.instant());
    current = trained;
    counted = count;
    learned = snapshot;
    return trained;
  }

  void atStart(@Observes StartupEvent started) {
    retrain("startup");
  }

  void atHistory(@ObservesAsync HistoryImported imported) {
    retrain("a history was imported");
  }

  void atCatalog(@Observes CatalogChanged changed) {
    if (changed.assortment()) {
      retrain("the catalog changed");
    }
  }

  /** Nothing is learned from prices and stock; words that change are heard of by themselves. */
  @Scheduled(every = "${attune.models.retrain-every}", delayed = "${attune.models.retrain-every}")
  void retrainWhenChanged() {
    Models.Report last = current.report();
    CatalogSnapshot now = catalog.snapshot();
    boolean sameCatalog = now.version().equals(last.catalogVersion()) || now.standsAs(learned);
    if (!sameCatalog || log.count() != counted) {
      retrain("new events or another catalog");
    }
  }

  private void trainWhileAsked(String why) {
    boolean finished = false;
    try {
      do {
        asked.set(1);
        LOG.infof("Trained models %s: %s", train().version(), why);
      } while (!asked.compareAndSet(1, 0));
      finished = true;
    } finally {
      if (!finished) {
        asked.set(0); // a training that failed must not keep later ones from starting
      }
    }
  }
}
