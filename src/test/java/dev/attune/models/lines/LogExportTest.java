package dev.attune.models.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.models.Models;
import dev.attune.models.Training;
import dev.attune.models.counts.ShipmentWriter;
import dev.attune.models.exam.Withholding;
import dev.attune.platform.error.AttuneException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int SHOPPERS = 300;
  private static final int EVENTS = 12;
  private static final int PRODUCTS = 15;

  @TempDir private Path directory;
  private final CatalogSnapshot catalog = catalog();
  private final List<LoggedEvent> events = events();

  @Test
  void writesAllThatATrainingElsewhereNeeds() throws IOException {
    LogExport.Report report =
        new LogExport(() -> catalog, new Log(), Clock.fixed(NOW, ZoneOffset.UTC)).to(directory);

    assertThat(report).isEqualTo(new LogExport.Report(NOW, PRODUCTS, SHOPPERS * EVENTS));
    Training elsewhere = training(ProductLine.catalog(lines("products.tsv")));
    for (String line : lines("events-00000.tsv.gz")) {
      LogLine event = LogLine.parse(line);
      elsewhere.add(event.shopper(), event.at(), event.signals());
    }
    Training here = training(catalog);
    events.forEach(event -> here.add(event.owner(), event.happenedAt(), event.signals()));
    assertThat(shipment(elsewhere)).isEqualTo(shipment(here)).hasSizeGreaterThan(5_000);
  }

  @Test
  void writesLinesThatSortAsTextByShopperAndTime() {
    List<Signal> signals = List.of(new Signal(Signal.Kind.VIEW, "a\tb\nc", 1));
    Instant whole = Instant.parse("2026-06-01T00:00:00Z");
    List<String> lines =
        List.of(
            LogLine.of("ann", whole, 10, signals),
            LogLine.of("ann", whole.plusNanos(1_000), 9, signals),
            LogLine.of("ann", whole.plusSeconds(1), 2, signals),
            LogLine.of("ann", whole.plusSeconds(1), 11, signals),
            LogLine.of("ann lee", whole, 3, signals),
            LogLine.of("anna", whole, 1, signals));
    assertThat(lines).isSorted();
    assertThat(lines).extracting(LogLine::shopper).containsOnly("ann", "ann lee", "anna");
    LogLine read = LogLine.parse(lines.get(1));
    assertThat(read.at()).isEqualTo(whole.plusNanos(1_000));
    assertThat(read.signals()).extracting(Signal::subject).containsExactly("a b c");
  }

  @Test
  void saysWhichLineItCannotRead() {
    assertThatThrownBy(() -> LogLine.parse("shopper\tyesterday\t000000000001"))
        .isInstanceOf(AttuneException.class)
        .hasMessageContaining("yesterday");
    String sung = "shopper\t2026-06-01T00:00:00.000000Z\t000000000001\tSING\ta";
    assertThatThrownBy(() -> LogLine.parse(sung))
        .isInstanceOf(AttuneException.class)
        .hasMessageContaining("SING");
    assertThatThrownBy(() -> ProductLine.catalog(List.of("only-an-id")))
        .isInstanceOf(AttuneException.class)
        .hasMessageContaining("only-an-id");
  }

  private static Training training(CatalogSnapshot catalog) {
    return new Training(catalog, Models.EMPTY, new Withholding());
  }

  private static byte[] shipment(Training training) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShipmentWriter.write(training.learn(NOW), out);
    return out.toByteArray();
  }

  private List<String> lines(String name) throws IOException {
    Path file = directory.resolve(name);
    if (!name.endsWith(".gz")) {
      return Files.readAllLines(file);
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static List<LoggedEvent> events() {
    SplittableRandom random = new SplittableRandom(3);
    Signal.Kind[] kinds = {
      Signal.Kind.VIEW, Signal.Kind.CART_ADD, Signal.Kind.BUY, Signal.Kind.SEARCH
    };
    List<LoggedEvent> events = new ArrayList<>();
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      Instant at = NOW.minusSeconds(random.nextInt(9_000_000)).minusNanos(1_000);
      for (int i = 0; i < EVENTS; i++) {
        Signal.Kind kind = kinds[random.nextInt(kinds.length)];
        Signal one = new Signal(kind, named(kind, random), 1);
        Signal other = new Signal(kind, named(kind, random), 2);
        events.add(new LoggedEvent("shopper " + shopper, at, List.of(one, other)));
        at = at.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(4_000));
      }
    }
    return events;
  }

  private static String named(Signal.Kind kind, SplittableRandom random) {
    int number = random.nextInt(PRODUCTS);
    return (kind == Signal.Kind.SEARCH ? "query " : "p") + number;
  }

  private static CatalogSnapshot catalog() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("p" + i, "Thing " + i).in("Things > Kind " + i % 3).price("10.00").add();
    }
    return shop.snapshot("1");
  }

  private final class Log implements EventLog {
    @Override
    public void read(Instant since, Received received, Consumer<LoggedEvent> reader) {
      assertThat(received.upTo()).isEqualTo(NOW);
      events.forEach(reader);
    }

    @Override
    public long state() {
      return events.size();
    }
  }
}
