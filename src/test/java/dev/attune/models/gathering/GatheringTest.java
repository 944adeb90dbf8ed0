package dev.attune.models.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.models.Models;
import dev.attune.models.Training;
import dev.attune.models.counts.Learned;
import dev.attune.models.counts.ShipmentWriter;
import dev.attune.models.exam.Withholding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int SHOPPERS = 400;
  private static final int PRODUCTS = 15;
  private static final Kind[] KINDS = {
    Kind.VIEW, Kind.CLICK, Kind.WISH, Kind.CART_ADD, Kind.SEARCH, Kind.SEARCH, Kind.PAGE
  };

  private static final List<String> MARKETS = List.of("AT", "DE", "US", "BR");

  private final CatalogSnapshot catalog = catalog();

  @Test
  void eventsInAnyOrderTeachTheSameBytesAsInTheirOrder() throws IOException {
    List<LoggedEvent> events = events();
    Training sorted = training();
    Set<String> orders = new HashSet<>();
    for (LoggedEvent event : events) {
      boolean repeated =
          event.signals().get(0).kind() == Kind.ORDER
              && !orders.add(event.owner() + event.signals().get(0).subject());
      if (!repeated) {
        sorted.add(event.owner(), event.happenedAt(), event.signals());
      }
    }
    Learned expected = sorted.learn(NOW);
    assertThat(expected.searches().popular()).hasSizeGreaterThan(3);
    assertThat(expected.steps().all()).isNotEmpty();
    assertThat(expected.extent().events()).isLessThan(events.size());
    byte[] bytes = bytes(expected);
    assertThat(bytes).hasSizeGreaterThan(5_000);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(events, new Random(seed));
      Training shuffled = training();
      Gathering gathering = shuffled.gathering();
      events.forEach(gathering);
      shuffled.add(gathering);
      assertThat(bytes(shuffled.learn(NOW))).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  @Test
  void aQueryThatIsTooLongHidesTheOneBefore() {
    Training training = training();
    Gathering gathering = training.gathering();
    for (int shopper = 0; shopper < 5; shopper++) {
      String owner = "s" + shopper;
      gathering.accept(event(owner, 0, new Signal(Kind.SEARCH, "red", 1)));
      gathering.accept(event(owner, 1, new Signal(Kind.VIEW, "unknown", 1)));
      gathering.accept(event(owner, 2, new Signal(Kind.SEARCH, "blue", 1)));
      gathering.accept(event(owner, 3, new Signal(Kind.SEARCH, "x".repeat(61), 1)));
      gathering.accept(event(owner, 4, new Signal(Kind.VIEW, "p1", 1)));
      gathering.accept(event(owner, 5, new Signal(Kind.SEARCH, "green", 1)));
      gathering.accept(event(owner, 5 + 1_800, new Signal(Kind.CART_ADD, "p1", 1)));
      gathering.accept(event(owner, 8_000, new Signal(Kind.SEARCH, "late", 1)));
      gathering.accept(event(owner, 8_000 + 1_801, new Signal(Kind.VIEW, "p1", 1)));
    }
    training.add(gathering);
    assertThat(training.learn(NOW).searches().popular()).containsExactly("green", "red");
  }

  private Training training() {
    return new Training(catalog, Models.EMPTY, new Withholding());
  }

  private static byte[] bytes(Learned learned) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShipmentWriter.write(learned, out);
    return out.toByteArray();
  }

  private static LoggedEvent event(String owner, int second, Signal signal) {
    return new LoggedEvent(owner, NOW.minusSeconds(9_000_000 - second), List.of(signal));
  }

  /** By shopper, time and place; many at the same instant, and orders that were told of twice. */
  private static List<LoggedEvent> events() {
    Random random = new Random(3);
    List<LoggedEvent> events = new ArrayList<>();
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      Instant at = NOW.minusSeconds(random.nextInt(9_000_000)).minusNanos(1_000);
      int place = -50;
      for (int i = 0; i < 25; i++) {
        events.add(new LoggedEvent("shopper " + shopper, at, place++, signals(random)));
        at = at.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(4_000));
      }
    }
    return events;
  }

  private static List<Signal> signals(Random random) {
    List<Signal> signals = new ArrayList<>(done(random));
    if (random.nextInt(3) > 0) {
      signals.add(new Signal(Kind.MARKET, MARKETS.get(random.nextInt(MARKETS.size())), 1));
    }
    return signals;
  }

  private static List<Signal> done(Random random) {
    if (random.nextInt(4) == 0) {
      return List.of(
          new Signal(Kind.ORDER, "order " + random.nextInt(6), 1),
          new Signal(Kind.BUY, named(random), 1),
          new Signal(Kind.BUY, named(random), 2));
    }
    Kind kind = KINDS[random.nextInt(KINDS.length)];
    String subject = kind == Kind.SEARCH ? "query " + random.nextInt(9) : named(random);
    return List.of(new Signal(kind, subject, 1), new Signal(kind, subject + " more", 2));
  }

  private static String named(Random random) {
    return "p" + random.nextInt(PRODUCTS + 3);
  }

  private static CatalogSnapshot catalog() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("p" + i, "Thing " + i).in("Things > Kind " + i % 3).price("10.00").add();
    }
    return shop.snapshot("1");
  }
}
