package dev.attune.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-20T15:00:00Z");
  private static final Journeys.Found NOTHING = new Journeys.Found(0, 0, "", 0, 0, 0);

  private final List<EventCount> counts = new ArrayList<>();

  @Test
  void aTypeThatCameEveryDayAndStoppedIsNamedAndClosesWhatLearnsFromIt() {
    everyDay(EventType.ORDER_COMPLETED, "secret-key", 10, 3);
    everyDay(EventType.PRODUCT_VIEWED, "write-key", 10, 0);

    EventHealth health = check();

    assertThat(codes(health)).contains("TYPE_GONE_QUIET ORDER_COMPLETED");
    assertThat(codes(health)).contains("SOURCE_GONE_QUIET secret-key");
    assertThat(codes(health)).doesNotContain("TYPE_GONE_QUIET PRODUCT_VIEWED");
    assertThat(health.gates().reason(EventGate.BOUGHT_TOGETHER))
        .isEqualTo("BOUGHT_TOGETHER: no ORDER_COMPLETED since 2026-03-17");
    assertThat(health.gates().reason(EventGate.TREND)).isNull();
    assertThat(message(health, EventCode.TYPE_GONE_QUIET))
        .isEqualTo(
            "No ORDER_COMPLETED has come for 3 days, though it came every day before. Look whether"
                + " the storefront still sends it.");
  }

  @Test
  void aSourceThatMayGoOnAmongTheOthersIsNotMissed() {
    everyDay(EventType.PRODUCT_VIEWED, "write-key small", 10, 3);
    assertThat(codes(check())).contains("SOURCE_GONE_QUIET write-key small");
    everyDay(EventType.PRODUCT_VIEWED, "write-key (others)", 10, 0);
    assertThat(codes(check())).noneMatch(code -> code.startsWith("SOURCE_GONE_QUIET"));
  }

  @Test
  void aBusyTypeIsMissedWithinHoursAndANightIsNoSilence() {
    everyDay(EventType.PRODUCT_VIEWED, "write-key", 5_000, 1);
    EventCount today =
        count(0, EventType.PRODUCT_VIEWED, "write-key", 100, NOW.minus(Duration.ofHours(5)));
    counts.add(today);
    assertThat(codes(check())).contains("TYPE_GONE_QUIET PRODUCT_VIEWED");
    counts.clear();
    everyDay(EventType.PRODUCT_VIEWED, "write-key", 50, 1);
    counts.add(count(0, EventType.PRODUCT_VIEWED, "write-key", 1, NOW.minus(Duration.ofHours(9))));
    assertThat(codes(check())).doesNotContain("TYPE_GONE_QUIET PRODUCT_VIEWED");
  }

  @Test
  void whatWasImportedOrCameOnceIsNotMissed() {
    everyDay(EventType.SEARCHED, Delivery.HISTORY, 50, 3);
    counts.add(count(4, EventType.PRODUCT_VIEWED, "write-key", 500, at(4)));
    assertThat(codes(check())).noneMatch(code -> code.contains("QUIET"));
  }

  @Test
  void whatIsNeverSentIsNamedOnceAnythingIs() {
    assertThat(check().findings()).isEmpty();
    everyDay(EventType.PRODUCT_VIEWED, "write-key", 10, 0);
    assertThat(codes(check()))
        .contains("NEVER_SENT CART_ADDED", "NEVER_SENT ORDER_COMPLETED", "NEVER_SENT SEARCHED")
        .doesNotContain("NEVER_SENT PRODUCT_VIEWED");
  }

  @Test
  void lateRepeatedAndFutureEventsAreNamed() {
    EventCount.Key key = new EventCount.Key(day(0), EventType.PRODUCT_VIEWED, "app");
    Delays late = Delays.NONE;
    for (int i = 0; i < 100; i++) {
      late = late.plus(Delays.of(i < 90 ? Duration.ofSeconds(3) : Duration.ofHours(2)));
    }
    counts.add(new EventCount(key, 100, 30, 25, 25, late, NOW));

    EventHealth health = check();

    assertThat(codes(health))
        .contains(
            "LATE PRODUCT_VIEWED", "SENT_TWICE app", "FROM_THE_FUTURE app", "CLOCK_UNREADABLE app");
    EventHealth.TypeHealth type = health.types().get(0);
    assertThat(type.delays().within(.5)).isEqualTo(Duration.ofSeconds(4));
    assertThat(type.delays().within(.99)).isGreaterThan(Duration.ofHours(2));
    assertThat(type.duplicates()).isEqualTo(30);
    assertThat(message(health, EventCode.SENT_TWICE)).startsWith("23 % of what app sends");
  }

  @Test
  void ordersWithoutViewsAndViewsOfUnknownProductsAreNamed() {
    Journeys journeys =
        new Journeys(
            product -> !product.startsWith("x"), NOW.minus(Duration.ofDays(7)), Journeys.MOST);
    for (int shopper = 0; shopper < 10; shopper++) {
      String owner = "visitor:" + shopper;
      journeys.accept(event(owner, 2, new Signal(Kind.VIEW, shopper < 3 ? "p1" : "x9", 1)));
      journeys.accept(event(owner, 2, new Signal(Kind.VIEW, shopper < 3 ? "p2" : "x9", 1)));
      journeys.accept(
          event(owner, 1, new Signal(Kind.ORDER, "o", 1), new Signal(Kind.BUY, "p1", 1)));
    }
    journeys.accept(event("visitor:z", 10, new Signal(Kind.BUY, "p1", 1)));
    Journeys.Found found = journeys.found();
    assertThat(found.orders()).isEqualTo(10);
    assertThat(found.unseen()).isEqualTo(7);
    assertThat(found.uncarted()).isEqualTo(10);

    EventHealth health = EventCheck.of(counts, found, 25, NOW);

    assertThat(codes(health))
        .containsExactly(
            "UNKNOWN_PRODUCTS views",
            "ORDERS_WITHOUT_VIEWS orders",
            "PURCHASES_WITHOUT_CART orders",
            "REFUSED events");
    assertThat(message(health, EventCode.UNKNOWN_PRODUCTS))
        .startsWith("70 % of views")
        .contains("x9");
    assertThat(message(health, EventCode.ORDERS_WITHOUT_VIEWS)).contains("7 of 10");
  }

  @Test
  void volumesAreByTypeAndDay() {
    counts.add(count(1, EventType.SEARCHED, "a", 3, at(1)));
    counts.add(count(1, EventType.SEARCHED, "b", 4, at(1)));
    counts.add(count(0, EventType.SEARCHED, "a", 5, NOW));
    assertThat(check().volumes())
        .containsExactly(
            new EventHealth.Volume(EventType.SEARCHED, day(1), 7),
            new EventHealth.Volume(EventType.SEARCHED, day(0), 5));
  }

  private EventHealth check() {
    return EventCheck.of(counts, NOTHING, 0, NOW);
  }

  private void everyDay(EventType type, String source, long count, int until) {
    for (int ago = HealthThresholds.DAYS - 1; ago >= until; ago--) {
      counts.add(count(ago, type, source, count, at(ago)));
    }
  }

  private static EventCount count(
      int ago, EventType type, String source, long count, Instant last) {
    return new EventCount(
        new EventCount.Key(day(ago), type, source), count, 0, 0, 0, Delays.NONE, last);
  }

  private static Instant at(int ago) {
    return NOW.minus(Duration.ofDays(ago));
  }

  private static LocalDate day(int ago) {
    return LocalDate.ofInstant(at(ago), ZoneOffset.UTC);
  }

  private static LoggedEvent event(String owner, int ago, Signal... signals) {
    return new LoggedEvent(owner, at(ago), List.of(signals));
  }

  private static List<String> codes(EventHealth health) {
    return health.findings().stream()
        .map(finding -> finding.code() + " " + finding.subject())
        .toList();
  }

  private static String message(EventHealth health, EventCode code) {
    return health.findings().stream()
        .filter(finding -> finding.code() == code)
        .findFirst()
        .orElseThrow()
        .message();
  }
}
