package dev.attune.models;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.events.EventLog.Received;
import dev.attune.ingest.HistoryImported;
import dev.attune.models.blend.Blend;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.InteractionsBuilder;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Learned;
import dev.attune.models.demand.SearchTerms;
import dev.attune.models.exam.Withholding;
import dev.attune.models.gathering.Gathering;
import dev.attune.models.registry.Judge;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions;
import dev.attune.models.registry.ModelVersions.Hold;
import dev.attune.models.registry.ShippedModels;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.work.Aside;
import dev.attune.platform.work.BackgroundWork;
import dev.attune.platform.work.Pace;
import dev.attune.platform.work.Share;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the models in use and trains new ones off the request threads, one training at a time. New
 * ones serve when withheld shoppers do not say that they are worse; between trainings the newest
 * visits are added to them.
 */
@ApplicationScoped
public class ModelRegistry {
  private static final Logger LOG = Logger.getLogger(ModelRegistry.class);

  private final Catalog catalog;
  private final EventLog log;
  private final ModelVersions versions;
  private final ShippedModels shipped;
  private final Clock clock;
  private final Executor workers;
  private final AtomicInteger asked = new AtomicInteger();
  private final Share training = new Share();
  private final Share following = new Share();
  private volatile Models current = Models.EMPTY;
  private volatile long read;
  private volatile Instant cut = Instant.EPOCH;
  private volatile @Nullable Instant held;
  private volatile CatalogSnapshot learned = CatalogSnapshot.EMPTY;

  @Inject
  ModelRegistry(
      Catalog catalog,
      EventLog log,
      ModelVersions versions,
      ShippedModels shipped,
      Clock clock,
      BackgroundWork work) {
    this(catalog, log, versions, shipped, clock, work::patient);
  }

  ModelRegistry(
      Catalog catalog,
      EventLog log,
      ModelVersions versions,
      ShippedModels shipped,
      Clock clock,
      Executor workers) {
    this.catalog = catalog;
    this.log = log;
    this.shipped = shipped;
    this.versions = versions;
    this.clock = clock;
    this.workers = workers;
  }

  /** The models of the last training that was good enough; a request reads them once. */
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
    if (shipped.enabled() && asked.getAndIncrement() == 0) {
      workers.execute(() -> trainWhileAsked(why));
    }
  }

  /**
   * Trains now, on this thread, which may block. Where merchants went back to an earlier training,
   * it is that one, from the events that it knew; else, where a file of models is to be loaded, it
   * is what that holds, for the catalog of now. Somebody waits for it, so it does not rest.
   *
   * @return what became of it
   */
  public ModelVersion train() {
    return train(Pace::hurried);
  }

  private synchronized ModelVersion train(Supplier<Pace> pace) {
    CatalogSnapshot snapshot = catalog.snapshot();
    @Nullable Hold hold = versions.hold().orElse(null);
    @Nullable Learned elsewhere = hold == null ? shipped.read().orElse(null) : null;
    Instant upTo = cut(hold, elsewhere);
    long state = log.state();
    Training training =
        new Training(
            snapshot,
            hold == null ? current : Models.EMPTY.with(current.blends()),
            new Withholding());
    Models trained =
        elsewhere == null
            ? learned(training, upTo, pace)
            : Aside.done(pace, this.training::rested, () -> training.models(elsewhere));
    ModelVersion told =
        hold == null
            ? Judge.of(current, trained, training.exam(), upTo)
            : Judge.asked(trained, hold);
    if (told.state() != ModelVersion.State.HELD_BACK) {
      current = trained;
      cut = upTo;
    }
    held = hold == null ? null : hold.cut();
    read = state;
    learned = snapshot;
    versions.record(told);
    return told;
  }

  private Instant cut(@Nullable Hold hold, @Nullable Learned elsewhere) {
    if (hold != null) {
      return hold.cut();
    }
    return elsewhere == null ? clock.instant() : elsewhere.cut();
  }

  /** Beside shoppers' requests, but for the first time, when they wait for models. */
  private Supplier<Pace> inTurn() {
    return current == Models.EMPTY ? Pace::hurried : Pace::calm;
  }

  private Models learned(Training training, Instant upTo, Supplier<Pace> pace) {
    Gathering gathering = training.gathering();
    Pace reading = pace.get();
    log.gather(Instant.EPOCH, Received.upTo(upTo), reading, gathering);
    this.training.rested(reading.rested());
    return Aside.done(
        pace,
        this.training::rested,
        () -> {
          training.add(gathering);
          return training.finish(upTo);
        });
  }

  /**
   * Adds the visits since the training to the models in use, so that what this minute's shoppers
   * look at together is known before the next training.
   */
  @Scheduled(
      every = "${attune.models.follow-every}",
      delayed = "${attune.models.follow-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followInTurn() {
    if (following.isDue()) {
      following.spend(this::follow);
    }
  }

  /** Adds them now, on this thread, which may block. */
  public void follow() {
    Models models = current;
    if (held != null || asked.get() > 0) {
      return;
    }
    ProductOrdinals products = models.nextProducts().products();
    Gathering gathering = new Gathering(products, new Withholding());
    Pace pace = Pace.calm();
    log.gather(Instant.EPOCH, new Received(cut, clock.instant()), pace, gathering);
    following.rested(pace.rested());
    InteractionsBuilder builder = new InteractionsBuilder(products);
    gathering.into(builder, new SearchTerms.Counting());
    Interactions lately = builder.build().taught();
    if (lately.size() > 0) {
      replace(models, models.with(lately));
    }
  }

  /** Blends features so from now on, until other weights are learned. */
  public synchronized void weigh(Map<String, Blend> blends) {
    current = current.with(blends);
  }

  /** Unless a training came in between. */
  private synchronized void replace(Models old, Models with) {
    if (current == old) {
      current = with;
    }
  }

  /**
   * Looks whether merchants, at any replica, went back to an earlier training or let go of it. Told
   * when they do; asked again in turn for when the store was away just then.
   */
  @Scheduled(every = "${attune.models.hold-every}", delayed = "${attune.models.hold-every}")
  void followHold() {
    if (asked.get() > 0) {
      return;
    }
    try {
      @Nullable Instant asks = versions.hold().map(Hold::cut).orElse(null);
      if (!Objects.equals(asks, held)) {
        retrain(asks == null ? "learning goes on" : "a merchant went back to an earlier training");
      }
    } catch (AttuneException unavailable) {
      LOG.debugf("Whether merchants went back is not known: %s", unavailable.getMessage());
    }
  }

  void atStart(@Observes StartupEvent started) {
    if (shipped.enabled()) {
      versions.follow(() -> workers.execute(this::followHold));
    }
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

  @Scheduled(every = "${attune.models.retrain-every}", delayed = "${attune.models.retrain-every}")
  void retrainInTurn() {
    if (training.isDue()) {
      retrainWhenChanged();
    }
  }

  /**
   * Nothing is learned from stock, and of prices only how they rank, which waits for the next
   * events; words that change are heard of by themselves.
   */
  void retrainWhenChanged() {
    if (held != null && current.report().trainedAt().equals(held)) {
      return; // what came in since is not to be learned from
    }
    Models.Report last = current.report();
    CatalogSnapshot now = catalog.snapshot();
    boolean sameCatalog = now.version().equals(last.catalogVersion()) || now.standsAs(learned);
    boolean news = shipped.changed() || (!shipped.inUse() && log.state() != read);
    if (!sameCatalog || news) {
      retrain("new events, a file of models or another catalog");
    }
  }

  private static void told(ModelVersion trained, String why) {
    LOG.infof("Trained models %s, %s: %s", trained.version(), trained.state(), why);
  }

  private void trainWhileAsked(String why) {
    boolean finished = false;
    try {
      do {
        asked.set(1);
        training.spend(() -> told(train(inTurn()), why));
      } while (!asked.compareAndSet(1, 0));
      finished = true;
    } finally {
      if (!finished) {
        asked.set(0); // a training that failed must not keep later ones from starting
      }
    }
  }
}
