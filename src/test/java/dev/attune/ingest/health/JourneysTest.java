package dev.attune.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class JourneysTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int SHOPPERS = 4_000;

  @Test
  void findsTheSameInWhateverOrderEventsCome() {
    List<LoggedEvent> events = events();
    Journeys.Found expected =
        new Journeys.Found(SHOPPERS, SHOPPERS / 4, "x9", SHOPPERS, SHOPPERS / 2, SHOPPERS / 4);
    assertThat(found(events, Journeys.MOST)).isEqualTo(expected);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(found(events, Journeys.MOST)).isEqualTo(expected);
    }
  }

  @Test
  void judgesSomeShoppersForAllWhereThereAreMoreThanItKeeps() {
    Journeys.Found found = found(events(), 8_000);
    assertThat(found.views()).isEqualTo(SHOPPERS);
    assertThat(found.unknownViews()).isEqualTo(SHOPPERS / 4);
    assertThat(found.orders()).isCloseTo(SHOPPERS, Percentage.withPercentage(15));
    assertThat(found.orders() % 4).isZero();
    assertThat(found.unseen()).isCloseTo(SHOPPERS / 2, Percentage.withPercentage(15));
    assertThat(found.uncarted()).isCloseTo(SHOPPERS / 4, Percentage.withPercentage(20));
  }

  private static Journeys.Found found(List<LoggedEvent> events, int most) {
    Journeys journeys =
        new Journeys(product -> !product.equals("x9"), NOW.minus(Duration.ofDays(7)), most);
    events.forEach(journeys);
    return journeys.found();
  }

  /** Half of the shoppers buy what they viewed; three quarters put something into the cart. */
  private static List<LoggedEvent> events() {
    List<LoggedEvent> events = new ArrayList<>();
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      String owner = "visitor:" + shopper;
      String viewed = shopper % 4 == 1 ? "x9" : shopper % 2 == 0 ? "p1" : "p2";
      events.add(event(owner, 3, new Signal(Kind.VIEW, viewed, 1)));
      if (shopper % 4 != 0) {
        events.add(event(owner, 2, new Signal(Kind.CART_ADD, "p1", 1)));
      }
      Signal order = new Signal(Kind.ORDER, "o" + shopper, 1);
      events.add(event(owner, 1, order, new Signal(Kind.BUY, "p1", 1)));
      events.add(event(owner, 0, order, new Signal(Kind.BUY, "p1", 1)));
    }
    return events;
  }

  private static LoggedEvent event(String owner, int daysAgo, Signal... signals) {
    return new LoggedEvent(owner, NOW.minus(Duration.ofDays(daysAgo)), List.of(signals));
  }
}
