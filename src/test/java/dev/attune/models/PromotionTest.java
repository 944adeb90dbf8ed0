package dev.attune.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.EventLog;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.models.exam.Withholding;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions.Hold;
import dev.attune.models.registry.Serving;
import dev.attune.models.registry.ShippedModels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromotionTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final int PRODUCTS = 40;
  private static final int SHOPPERS = 8_000;

  private final Log log = new Log();
  private final MemoryVersions versions = new MemoryVersions();
  private final Moving clock = new Moving();
  private final CatalogSnapshot catalog = catalog();
  private final List<String> told = new ArrayList<>();
  private final Serving serving = new Serving(this::tell);
  private final ModelRegistry registry =
      new ModelRegistry(
          () -> catalog, log, versions, ShippedModels.NONE, clock, serving, Runnable::run);

  @Test
  void examinesATrainingOnShoppersWhoWereNotLearnedFrom() {
    everyoneGoesOnToTheNext(0);

    ModelVersion first = registry.train();

    assertThat(first.state()).isEqualTo(ModelVersion.State.PROMOTED);
    assertThat(first.exam()).isNotNull();
    long withheld = log.owners().filter(new Withholding()).count();
    assertThat(first.exam().questions()).isEqualTo((int) withheld);
    assertThat(first.exam().ndcg()).isGreaterThan(.9);
    assertThat(first.exam().runningNdcg()).isZero();
    assertThat(first.bytes()).isGreaterThan(4L * SHOPPERS);
    assertThat(versions.find(first.version())).contains(first);
  }

  @Test
  void keepsWhatServesWhereATrainingIsWorse() {
    everyoneGoesOnToTheNext(0);
    ModelVersion good = registry.train();
    log.forgetWhatIsLearnedFrom();
    somebodyWandersAbout();

    clock.pass(Duration.ofMinutes(1));
    ModelVersion worse = registry.train();

    assertThat(worse.state()).isEqualTo(ModelVersion.State.HELD_BACK);
    assertThat(worse.reason()).startsWith("Worse on");
    assertThat(registry.current().version()).isEqualTo(good.version());
  }

  @Test
  void learnsInAShopThatBeginsWithoutAnyEvent() {
    registry.train();
    assertThat(
            registry.current().nextProducts().afterHistory(List.of(new ProductId(product(3))), 5))
        .isEmpty();
    everyoneGoesOnToTheNext(0);

    assertThat(registry.train().state()).isEqualTo(ModelVersion.State.PROMOTED);
    assertThat(next(product(3))).contains(product(4));
  }

  @Test
  void goesBackToWhatWasKnownThenAndOnAgain() {
    everyoneGoesOnToTheNext(0);
    ModelVersion then = registry.train();
    clock.pass(Duration.ofHours(1));
    log.add("late", clock.instant(), clock.instant(), product(7));
    assertThat(registry.train().events()).isEqualTo(then.events() + 1);

    versions.hold(new Hold(then.version(), then.cut(), "ann", clock.instant()));
    registry.followHold();

    assertThat(registry.current().version()).isEqualTo(then.version());
    assertThat(versions.find(then.version()))
        .map(ModelVersion::state)
        .contains(ModelVersion.State.ROLLED_BACK_TO);
    registry.retrainWhenChanged();
    registry.follow();
    assertThat(registry.current().version()).isEqualTo(then.version());
    versions.release();
    registry.followHold();
    assertThat(registry.current().report().events()).isEqualTo(then.events() + 1);
  }

  @Test
  void goesBackToWhatServedBeforeUntilTheTrainingIsMadeAgain() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    ModelRegistry replica =
        new ModelRegistry(
            () -> catalog, log, versions, ShippedModels.NONE, clock, serving, waiting::add);
    everyoneGoesOnToTheNext(0);
    ModelVersion then = replica.train();
    clock.pass(Duration.ofHours(1));
    goesOn("fresh", 3, 20);
    replica.follow();
    String followed = replica.current().version();
    assertThat(followed).startsWith(then.version() + "+");
    clock.pass(Duration.ofMinutes(1));
    ModelVersion late = replica.train();
    assertThat(told).last().isEqualTo(followed + " before " + late.version());
    goesOn("later", 3, 20);
    clock.pass(Duration.ofMinutes(1));
    clock.pass(Duration.ofHours(1));

    versions.hold(new Hold(then.version(), then.cut(), "ann", clock.instant()));
    replica.followHold();
    assertThat(told).last().isEqualTo(late.version() + " before " + then.version());
    replica.followHold();
    assertThat(replica.current().version()).isEqualTo(then.version());
    int reads = log.reads;
    waiting.remove().run();
    assertThat(waiting).isEmpty();
    assertThat(log.reads).as("one training for both").isEqualTo(reads + 1);
    assertThat(replica.current().version()).isEqualTo(then.version());
    assertThat(versions.find(then.version()))
        .map(ModelVersion::state)
        .contains(ModelVersion.State.ROLLED_BACK_TO);

    versions.release();
    replica.followHold();
    assertThat(replica.current().version()).as("learned less").isNotEqualTo(late.version());
    waiting.remove().run();
    assertThat(replica.current().report().trainedAt()).isEqualTo(clock.instant());
  }

  @Test
  void tellsWhatServesAgainWhereATrainingIsPassedOver() {
    everyoneGoesOnToTheNext(0);
    registry.train();
    Models trained = serving.now().trained();
    List<Models> heard = new ArrayList<>();
    AtomicReference<Serving> other = new AtomicReference<>();
    other.set(
        new Serving(
            ready -> {
              heard.add(ready);
              other.get().want(START);
            }));

    assertThat(other.get().put(trained, clock.instant(), null)).isFalse();

    assertThat(heard).containsExactly(trained, Models.EMPTY);
    assertThat(other.get().now().models()).isSameAs(Models.EMPTY);
  }

  @Test
  void servesNothingThatMayKnowOfSomebodyWhoWasErasedNorNothingAtAll() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    ModelRegistry replica =
        new ModelRegistry(
            () -> catalog,
            log,
            versions,
            ShippedModels.NONE,
            clock,
            new Serving(ready -> {}),
            waiting::add);
    everyoneGoesOnToTheNext(0);
    ModelVersion then = replica.train();
    versions.hold(new Hold("older", then.cut().minusSeconds(60), "ann", clock.instant()));
    replica.followHold();
    assertThat(replica.current().version()).as("no models stand in").isEqualTo(then.version());
    versions.release();
    clock.pass(Duration.ofHours(1));
    ModelVersion late = replica.train();
    versions.erase(clock.instant());

    versions.hold(new Hold(then.version(), then.cut(), "ann", clock.instant()));
    replica.followHold();

    assertThat(replica.current().version()).isEqualTo(late.version());
  }

  @Test
  void leavesOutTheNewestVisitsAtOnceWhereTheTrainingInUseIsWanted() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    ModelRegistry replica =
        new ModelRegistry(
            () -> catalog,
            log,
            versions,
            ShippedModels.NONE,
            clock,
            new Serving(ready -> {}),
            waiting::add);
    everyoneGoesOnToTheNext(0);
    clock.pass(Duration.ofNanos(123_456_789));
    ModelVersion then = replica.train();
    assertThat(then.cut().getNano()).as("as exact as the store").isEqualTo(123_456_000);
    clock.pass(Duration.ofMinutes(1));
    goesOn("fresh", 3, 20);
    replica.follow();

    versions.hold(new Hold(then.version(), then.cut(), "ann", clock.instant()));
    replica.followHold();
    replica.follow();

    assertThat(replica.current().version()).isEqualTo(then.version());
  }

  @Test
  void usesNoTrainingThatMerchantsChangedTheirMindsDuring() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    ModelRegistry replica =
        new ModelRegistry(
            () -> catalog,
            log,
            versions,
            ShippedModels.NONE,
            clock,
            new Serving(ready -> {}),
            waiting::add);
    everyoneGoesOnToTheNext(0);
    ModelVersion then = replica.train();
    clock.pass(Duration.ofHours(1));
    replica.train();
    clock.pass(Duration.ofHours(1));
    int reads = log.reads;
    Hold hold = new Hold(then.version(), then.cut(), "ann", clock.instant());
    log.meanwhile(
        () -> {
          versions.hold(hold);
          replica.followHold();
        });
    log.meanwhile(
        () -> {
          assertThat(replica.current().version()).isEqualTo(then.version());
          versions.release();
          replica.followHold();
        });
    log.meanwhile(() -> assertThat(replica.current().version()).isEqualTo(then.version()));

    replica.retrain("somebody asked");
    waiting.remove().run();

    assertThat(log.reads).isEqualTo(reads + 3);
    assertThat(waiting).isEmpty();
    assertThat(replica.current().report().trainedAt()).isEqualTo(clock.instant());
    replica.followHold();
    assertThat(waiting).isEmpty();
  }

  @Test
  void learnsOnAfterGoingBackThoughTheNextTrainingIsWorse() {
    everyoneGoesOnToTheNext(0);
    ModelVersion good = registry.train();
    versions.hold(new Hold(good.version(), good.cut(), "ann", clock.instant()));
    registry.followHold();
    log.forgetWhatIsLearnedFrom();
    somebodyWandersAbout();
    clock.pass(Duration.ofMinutes(1));
    versions.release();

    registry.followHold();

    assertThat(registry.current().version()).isEqualTo(good.version());
    int reads = log.reads;
    registry.followHold();
    assertThat(log.reads).as("trainings that nobody asked for").isEqualTo(reads);
    registry.follow();
    assertThat(log.reads).as("newest visits are looked for again").isEqualTo(reads + 1);
  }

  @Test
  void knowsVisitsThatCameAfterTheTraining() {
    everyoneGoesOnToTheNext(0);
    registry.train();
    String before = registry.current().version();
    assertThat(next(product(3))).doesNotContain(product(20));
    clock.pass(Duration.ofMinutes(1));
    goesOn("fresh", 3, 20);

    registry.follow();

    assertThat(next(product(3))).contains(product(20));
    assertThat(registry.current().version()).startsWith(before + "+");
    registry.follow();
    assertThat(registry.current().version().chars().filter(c -> c == '+').count()).isOne();
  }

  private void tell(Models ready) {
    told.add(serving.now().models().version() + " before " + ready.version());
  }

  private List<String> next(String product) {
    return registry
        .current()
        .nextProducts()
        .inVisit(List.of(new ProductId(product)), false, 3)
        .stream()
        .map(scored -> scored.product().value())
        .toList();
  }

  private void everyoneGoesOnToTheNext(int from) {
    for (int i = from; i < from + SHOPPERS; i++) {
      Instant at = START.minus(Duration.ofDays(3)).plusSeconds(i);
      log.add("s" + i, at, START, product(i % PRODUCTS));
      log.add("s" + i, at.plusSeconds(60), START, product((i + 1) % PRODUCTS));
    }
  }

  private void goesOn(String who, int from, int to) {
    for (int i = 0; i < 40; i++) {
      String owner = who + "-" + i;
      log.add(owner, clock.instant().minusSeconds(20), clock.instant(), product(from));
      log.add(owner, clock.instant().minusSeconds(10), clock.instant(), product(to));
    }
  }

  private void somebodyWandersAbout() {
    for (int i = 0; i < SHOPPERS; i++) {
      String owner = "w" + i;
      if (!new Withholding().test(owner)) {
        Instant at = START.minus(Duration.ofDays(2)).plusSeconds(i);
        log.add(owner, at, START, product(i % PRODUCTS));
        log.add(owner, at.plusSeconds(60), START, product((i * 17 + 11) % PRODUCTS));
      }
    }
  }

  private static String product(int number) {
    return "p" + number;
  }

  private static CatalogSnapshot catalog() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product(product(i), "Thing " + i).in("Things").price("10.00").add();
    }
    return shop.snapshot("1");
  }

  /** Time that passes when it is told to. */
  private static final class Moving extends Clock {
    private Instant now = START;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Events in memory, with when they came in. */
  private static final class Log implements EventLog {
    private record Kept(LoggedEvent event, Instant receivedAt) {}

    private final List<Kept> events = new ArrayList<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private int reads;

    /** Does this while it is read next. */
    void meanwhile(Runnable work) {
      meanwhile.add(work);
    }

    void add(String owner, Instant at, Instant receivedAt, String product) {
      LoggedEvent event =
          new LoggedEvent(owner, at, List.of(new Signal(Signal.Kind.VIEW, product, 1)));
      events.add(new Kept(event, receivedAt));
    }

    Stream<String> owners() {
      return events.stream().map(kept -> kept.event().owner()).distinct();
    }

    void forgetWhatIsLearnedFrom() {
      events.removeIf(kept -> !new Withholding().test(kept.event().owner()));
    }

    @Override
    public void read(Instant since, Received received, Consumer<LoggedEvent> reader) {
      reads++;
      Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
      events.stream()
          .filter(kept -> kept.receivedAt().isAfter(received.after()))
          .filter(kept -> !kept.receivedAt().isAfter(received.upTo()))
          .map(Kept::event)
          .forEach(reader);
    }

    @Override
    public long state() {
      return events.size();
    }
  }
}
