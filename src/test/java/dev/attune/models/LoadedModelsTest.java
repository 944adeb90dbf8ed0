package dev.attune.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.EventLog;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.models.counts.ShipmentWriter;
import dev.attune.models.exam.Withholding;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.Serving;
import dev.attune.models.registry.ShippedModels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that loads what was learned elsewhere, from 4,000 shoppers that it never saw. */
class LoadedModelsTest {
  private static final Instant LEARNED = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOW = LEARNED.plus(Duration.ofDays(1));
  private static final ProductId BAG = new ProductId("bag");
  private static final ProductId BELT = new ProductId("belt");
  private static final int SHOPPERS = 4_000;

  @TempDir private Path directory;
  private Path file;
  private final Log log = new Log();
  private final MemoryVersions versions = new MemoryVersions();
  private CatalogSnapshot catalog = shop("1", "anorak", "bag", "belt", "cap");
  private ModelRegistry registry;

  @BeforeEach
  void tellWhatToLoad() {
    file = directory.resolve("models");
    registry =
        new ModelRegistry(
            () -> catalog,
            log,
            versions,
            new ShippedModels(Optional.of(file), true),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Serving(ready -> {}),
            Runnable::run);
  }

  @Test
  void servesWhatIsInTheFileInsteadOfReadingItsOwnLog() throws IOException {
    Models here = ship("bag", "belt");

    ModelVersion loaded = registry.train();

    assertThat(log.reads).isZero();
    assertThat(loaded.state()).isEqualTo(ModelVersion.State.PROMOTED);
    assertThat(loaded.version()).isEqualTo(here.version());
    assertThat(loaded.cut()).isEqualTo(LEARNED);
    assertThat(loaded.events()).isEqualTo(4L * SHOPPERS);
    assertThat(loaded.shoppers()).isEqualTo(SHOPPERS);
    assertThat(loaded.learnedTo()).isBefore(LEARNED);
    assertThat(versions.find(loaded.version())).contains(loaded);
    assertSame(registry.current(), here);
  }

  @Test
  void fitsWhatIsInTheFileToTheCatalogOfNow() throws IOException {
    ship("bag", "belt");
    catalog = shop("2", "amulet", "bag", "belt", "zip");

    registry.train();

    Models models = registry.current();
    assertThat(models.boughtTogether().with(BAG, 5)).extracting(Scored::product).contains(BELT);
    assertThat(models.popularity().top(9))
        .extracting(Scored::product)
        .containsExactlyInAnyOrder(BAG, BELT);
    assertThat(models.sessionNeighbours().next(List.of(BAG), 5))
        .extracting(Scored::product)
        .containsExactly(BELT);
    assertThat(models.nextProducts().afterHistory(List.of(BAG), 5))
        .extracting(Scored::product)
        .startsWith(BELT);
  }

  @Test
  void addsItsOwnNewestVisitsToWhatWasLoaded() throws IOException {
    ship("bag", "belt");
    registry.train();
    for (int i = 0; i < 60; i++) {
      Instant at = NOW.minusSeconds(600 + i);
      log.add("new" + i, at, "anorak");
      log.add("new" + i, at.plusSeconds(30), "cap");
    }

    registry.follow();

    assertThat(log.after).isEqualTo(LEARNED);
    assertThat(registry.current().nextProducts().inVisit(List.of(id("anorak")), false, 1))
        .extracting(Scored::product)
        .containsExactly(id("cap"));
  }

  @Test
  void loadsAgainWhenTheFileIsReplacedAndNotForNewEvents() throws IOException {
    ship("bag", "belt");
    registry.train();
    String first = registry.current().version();
    log.add("somebody", NOW.minusSeconds(5), "cap");
    registry.retrainWhenChanged();
    assertThat(registry.current().version()).isEqualTo(first);
    assertThat(log.reads).isZero();

    ship("belt", "cap");
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    registry.retrainWhenChanged();

    assertThat(registry.current().version()).isNotEqualTo(first);
    assertThat(registry.current().boughtTogether().with(BELT, 1))
        .extracting(Scored::product)
        .containsExactly(id("cap"));
  }

  @Test
  void learnsFromItsOwnLogWhileTheFileDoesNotFit() throws IOException {
    log.add("somebody", NOW.minusSeconds(5), "cap");
    registry.train();
    assertOwn();
    ship("bag", "belt");
    byte[] good = Files.readAllBytes(file);
    List<byte[]> unfit = new ArrayList<>();
    unfit.add(new byte[0]);
    unfit.add(Arrays.copyOf(good, good.length - 1));
    for (int at : new int[] {0, 11, good.length / 2, good.length - 1}) {
      byte[] altered = good.clone();
      altered[at] ^= 1;
      unfit.add(altered);
    }
    for (byte[] bytes : unfit) {
      Files.write(file, bytes);
      registry.train();
      assertOwn();
    }

    Files.write(file, good);
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    registry.retrainWhenChanged();

    assertThat(registry.current().report().events()).isEqualTo(4L * SHOPPERS);
  }

  private void assertOwn() {
    assertThat(registry.current().report().events()).isOne();
    assertThat(registry.current().popularity().top(9))
        .extracting(Scored::product)
        .containsExactly(id("cap"));
  }

  private static void assertSame(Models models, Models expected) {
    for (String name : List.of("anorak", "bag", "belt", "cap")) {
      List<ProductId> asked = List.of(id(name));
      assertThat(models.popularity().score(id(name)))
          .isEqualTo(expected.popularity().score(id(name)));
      assertThat(models.conversion().score(id(name)))
          .isEqualTo(expected.conversion().score(id(name)));
      assertThat(models.buyAgain().rhythmDays(id(name)))
          .isEqualTo(expected.buyAgain().rhythmDays(id(name)));
      assertThat(models.boughtTogether().with(asked, 9))
          .isEqualTo(expected.boughtTogether().with(asked, 9));
      assertThat(models.nextProducts().inVisit(asked, false, 9))
          .isEqualTo(expected.nextProducts().inVisit(asked, false, 9));
      assertThat(models.nextProducts().afterHistory(asked, 9))
          .isEqualTo(expected.nextProducts().afterHistory(asked, 9));
    }
    assertThat(models.trend().top(9)).isEqualTo(expected.trend().top(9));
    assertThat(models.searchTerms().popular())
        .isEqualTo(expected.searchTerms().popular())
        .containsExactly("something nice");
  }

  /** Learns elsewhere that one product follows another, and writes the file. */
  private Models ship(String first, String second) throws IOException {
    Training learning = training(first, second);
    try (OutputStream out = Files.newOutputStream(file)) {
      ShipmentWriter.write(learning.learn(LEARNED), out);
    }
    return training(first, second).finish(LEARNED);
  }

  private Training training(String first, String second) {
    Training training = new Training(catalog, Models.EMPTY, new Withholding());
    for (int i = 0; i < SHOPPERS; i++) {
      String owner = "elsewhere" + i;
      Instant at = LEARNED.minus(Duration.ofHours(40)).plusSeconds(i * 30L);
      training.add(owner, at.minusSeconds(9), signal(Signal.Kind.SEARCH, "something nice"));
      training.add(owner, at, signal(Signal.Kind.VIEW, first));
      training.add(owner, at.plusSeconds(9), signal(Signal.Kind.CART_ADD, first));
      training.add(owner, at.plusSeconds(60), signal(Signal.Kind.CART_ADD, second));
    }
    return training;
  }

  private static List<Signal> signal(Signal.Kind kind, String subject) {
    return List.of(new Signal(kind, subject, 1));
  }

  private static ProductId id(String name) {
    return new ProductId(name);
  }

  private static CatalogSnapshot shop(String version, String... products) {
    SampleCatalog shop = new SampleCatalog();
    IntStream.range(0, products.length)
        .forEach(i -> shop.product(products[i], "Thing " + i).in("Things").price("10.00").add());
    return shop.snapshot(version);
  }

  /** The gateway's own log. */
  private static final class Log implements EventLog {
    private final List<LoggedEvent> events = new ArrayList<>();
    private int reads;
    private Instant after = Instant.MAX;

    void add(String owner, Instant at, String product) {
      events.add(new LoggedEvent(owner, at, signal(Signal.Kind.VIEW, product)));
    }

    @Override
    public void read(Instant since, Received received, Consumer<LoggedEvent> reader) {
      reads++;
      after = received.after();
      events.forEach(reader);
    }

    @Override
    public long state() {
      return events.size();
    }
  }
}
