package dev.attune.models;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.ingest.HistoryImported;
import dev.attune.models.blend.Blend;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Learned;
import dev.attune.models.exam.Withholding;
import dev.attune.models.gathering.Gathering;
import dev.attune.models.registry.Judge;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions;
import dev.attune.models.registry.ModelVersions.Hold;
import dev.attune.models.registry.Serving;
import dev.attune.models.registry.ShippedModels;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.work.Aside;
import dev.attune.platform.work.BackgroundWork;
import dev.attune.platform.work.Pace;
import dev.attune.platform.work.Share;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Serving serving;
  private final Object looking = new Object();
  private final AtomicInteger asked = new AtomicInteger();
  private final Share training = new Share();
  private final Share following = new Share();
  private volatile long read;
  private volatile @Nullable Instant held;
  private volatile @Nullable Instant aim;
  private volatile CatalogSnapshot learned = CatalogSnapshot.EMPTY;

  @Inject
  ModelRegistry(
      Catalog catalog,
      EventLog log,
      ModelVersions versions,
      ShippedModels shipped,
      Clock clock,
      Serving serving,
      BackgroundWork work) {
    this(catalog, log, versions, shipped, clock, serving, work::patient);
  }

  ModelRegistry(
      Catalog catalog,
      EventLog log,
      ModelVersions versions,
      ShippedModels shipped,
      Clock clock,
      Serving serving,
      Executor workers) {
    this.catalog = catalog;
    this.log = log;
    this.shipped = shipped;
    this.versions = versions;
    this.clock = clock;
    this.serving = serving;
    this.workers = workers;
  }

  /** The models of the last training that was good enough; a request reads them once. */
  public Models current() {
    return serving.now().models();
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
    @Nullable Hold hold = look();
    @Nullable Learned elsewhere = hold == null ? shipped.read().orElse(null) : null;
    Instant upTo = cut(hold, elsewhere);
    @Nullable Instant goal = hold == null ? null : hold.cut();
    aim = goal;
    long state = log.state();
    Models before = hold == null ? current() : Models.EMPTY;
    Training training = new Training(snapshot, before, new Withholding());
    Models trained =
        elsewhere == null
            ? learned(training, upTo, Objects.equals(goal, held) ? pace : Pace::hurried)
            : Aside.done(pace, this.training::rested, () -> training.models(elsewhere));
    ModelVersion told =
        hold == null
            ? Judge.of(current(), trained, training.exam(), upTo)
            : Judge.asked(trained, hold);
    look();
    boolean stands =
        told.state() == ModelVersion.State.HELD_BACK
            ? Objects.equals(goal, serving.wanted())
            : serving.put(trained, upTo, goal);
    if (!stands) {
      retrain("merchants asked for other models meanwhile");
      return Judge.late(trained, upTo);
    }
    held = goal;
    read = state;
    learned = snapshot;
    versions.record(told);
    return told;
  }

  /** What merchants want now; who asks later knows no less. */
  private @Nullable Hold look() {
    synchronized (looking) {
      @Nullable Hold hold = versions.hold().orElse(null);
      serving.want(hold == null ? null : hold.cut());
      return hold;
    }
  }

  /** As exact as it is stored. */
  private Instant cut(@Nullable Hold hold, @Nullable Learned elsewhere) {
    Instant now = elsewhere == null ? clock.instant() : elsewhere.cut();
    return (hold == null ? now : hold.cut()).truncatedTo(ChronoUnit.MICROS);
  }

  /** Beside shoppers' requests, but while no models know any, which they wait for. */
  private Supplier<Pace> inTurn() {
    return current().report().touches() == 0 ? Pace::hurried : Pace::calm;
  }

  private Models learned(Training training, Instant upTo, Supplier<Pace> pace) {
    Gathering gathering = training.gathering();
    Pace reading = pace.get();
    log.gather(Instant.EPOCH, EventLog.Received.upTo(upTo), reading, gathering);
    this.training.rested(reading.rested());
    return Aside.done(pace, this.training::rested, () -> training.finish(gathering, upTo));
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
    if (held != null || serving.wanted() != null || asked.get() > 0) {
      return;
    }
    Serving.Used used = serving.now();
    ProductOrdinals products = used.models().nextProducts().products();
    Pace pace = Pace.calm();
    Interactions lately =
        Gathering.taught(log, new EventLog.Received(used.cut(), clock.instant()), products, pace);
    following.rested(pace.rested());
    if (lately.size() > 0) {
      serving.follow(used.models(), used.models().with(lately));
    }
  }

  /** Blends features so from now on, until other weights are learned. */
  public void weigh(Map<String, Blend> blends) {
    serving.blend(blends);
  }

  /**
   * Looks whether merchants, at any replica, went back to an earlier training or let go of it. What
   * served before serves until that is made again, where it knew no more than that.
   */
  @Scheduled(every = "${attune.models.hold-every}", delayed = "${attune.models.hold-every}")
  public void followHold() {
    try {
      synchronized (looking) { // asked for once, however many heard of it
        @Nullable Instant asks = Optional.ofNullable(look()).map(Hold::cut).orElse(null);
        if (!Objects.equals(asks, asked.get() == 0 ? held : aim)) {
          aim = asks;
          retrain(asks == null ? "learning goes on" : "a merchant went back");
        }
        if (asks != null && !asks.equals(held)) {
          serving.standIn(asks, versions.erased());
        }
      }
    } catch (AttuneException unavailable) {
      LOG.debugf("Whether merchants went back is not known: %s", unavailable.getMessage());
    }
  }

  void atStart(@Observes StartupEvent started) {
    if (shipped.enabled()) {
      versions.follow(() -> Infrastructure.getDefaultWorkerPool().execute(this::followHold));
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
    Models.Report last = current().report();
    if (held != null && last.trainedAt().equals(held)) {
      return; // what came in since is not to be learned from
    }
    CatalogSnapshot now = catalog.snapshot();
    boolean sameCatalog = now.version().equals(last.catalogVersion()) || now.standsAs(learned);
    boolean news = shipped.changed() || (!shipped.inUse() && log.state() != read);
    if (!sameCatalog || news) {
      retrain("new events, a file of models or another catalog");
    }
  }

  private void trainWhileAsked(String why) {
    boolean finished = false;
    try {
      do {
        asked.set(1);
        training.spend(() -> LOG.infof("%s: %s", train(inTurn()).said(), why));
      } while (!asked.compareAndSet(1, 0));
      finished = true;
    } finally {
      if (!finished) {
        asked.set(0); // a training that failed must not keep later ones from starting
      }
    }
  }
}
