package dev.attune.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import dev.attune.events.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Arrivals arrivals = new Arrivals();

  @Test
  void whoeverMakesUpLibrariesIsCountedWithoutFillingTheTable() {
    view("token shop", NOON);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 1_000; i++) {
        view("write-key made-up-" + round + "-" + i, NOON);
      }
    }
    view("token shop", NOON);
    Set<String> sources =
        arrivals.take().stream().map(count -> count.key().source()).collect(Collectors.toSet());
    assertThat(sources).hasSizeLessThan(250).contains("token shop", "write-key (others)");
  }

  @Test
  void whatHappenedLongAgoIsNotCounted() {
    view("history", NOON.minus(Duration.ofDays(91)));
    view("history", NOON.minus(Duration.ofDays(89)));
    assertThat(arrivals.take()).hasSize(1);
  }

  private void view(String source, Instant at) {
    arrivals.accepted(
        EventType.PRODUCT_VIEWED, Traffic.SHOPPER, new Delivery(source, false), at, NOON);
  }
}
