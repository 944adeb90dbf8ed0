package dev.attune.ingest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusyMinutesTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void findsWhoHadTooManyInOneMinuteAmongAMillionEventsOfOthers() {
    BusyMinutes minutes = new BusyMinutes(120);
    Random random = new Random(2);
    for (int n = 0; n < 1_000_000; n++) {
      minutes.add("visitor:" + random.nextInt(100_000), NOON.plusSeconds(random.nextInt(7_200)));
      if (n % 8_000 == 0) {
        minutes.add("visitor:fast", NOON.plusMillis(n / 20));
        minutes.add("visitor:slow", NOON.plusMillis(n / 10));
      }
    }
    assertThat(minutes.busy()).containsExactly("visitor:fast");
  }

  @Test
  void asManyAsAllowedAreNotTooManyAndOneMoreIs() {
    BusyMinutes minutes = new BusyMinutes(3);
    for (int n = 0; n < 3; n++) {
      minutes.add("visitor:a", NOON);
      minutes.add("visitor:b", NOON.plusSeconds(30L * n));
    }
    assertThat(minutes.busy()).isEmpty();
    minutes.add("visitor:b", NOON.plusSeconds(119));
    assertThat(minutes.busy()).isEmpty();
    minutes.add("visitor:a", NOON.plusSeconds(59));
    assertThat(minutes.busy()).containsExactly("visitor:a");
  }
}
