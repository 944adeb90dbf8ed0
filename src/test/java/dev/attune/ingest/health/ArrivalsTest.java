package dev.attune.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import dev.attune.events.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
  void theLargestOfLateAreToldApartAndNothingIsLost() {
    for (int i = 0; i < 300; i++) {
      view("write-key early-" + i, NOON);
    }
    for (int i = 0; i < 1_000; i++) {
      view("write-key app", NOON);
      view("write-key noise-" + i, NOON);
    }
    Map<String, Long> before = counted();
    assertThat(before).doesNotContainKey("write-key app");
    assertThat(before).containsEntry("write-key (others)", 2_100L);

    view("write-key app", NOON.plus(Duration.ofHours(1)));
    view("write-key early-250", NOON.plus(Duration.ofHours(1)));

    assertThat(counted())
        .containsOnly(Map.entry("write-key app", 1L), Map.entry("write-key (others)", 1L));
  }

  @Test
  void whatIsTooMuchToBeCountedApartIsCountedTogether() {
    for (int source = 0; source < 150; source++) {
      for (int day = 0; day < 80; day++) {
        view("write-key lib-" + source, NOON.minus(Duration.ofDays(day)));
      }
    }
    Map<String, Long> counted = counted();
    assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(150 * 80);
    assertThat(counted.get("write-key (others)")).isPositive();
  }

  private Map<String, Long> counted() {
    return arrivals.take().stream()
        .collect(
            Collectors.groupingBy(
                count -> count.key().source(), Collectors.summingLong(EventCount::accepted)));
  }

  @Test
  void whatHappenedLongAgoIsNotCounted() {
    view("history", NOON.minus(Duration.ofDays(91)));
    view("history", NOON.minus(Duration.ofDays(89)));
    assertThat(arrivals.take()).hasSize(1);
  }

  private void view(String source, Instant at) {
    Instant received = at.isAfter(NOON) ? at : NOON;
    arrivals.accepted(
        EventType.PRODUCT_VIEWED, Traffic.SHOPPER, new Delivery(source, false), at, received);
  }
}
