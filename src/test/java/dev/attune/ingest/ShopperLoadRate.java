package dev.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.profile.Shoppers;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What reading a shopper of 1,000 events costs: {@code ./mvnw test -Dtest=ShopperLoadRate}. */
@QuarkusTest
class ShopperLoadRate {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int LOADS = 2_000;

  @Inject Ingest ingest;
  @Inject Shoppers shoppers;

  @Test
  void readsAShopperOfAThousandEvents() {
    List<Received> events = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Instant at = NOON.minus(Duration.ofHours(i / 10 * 36L)).minusSeconds(i % 10 * 60L);
      events.add(Sent.view("m" + i, "slr", null, at, "slr-product-" + i * 7 % 400));
    }
    assertThat(ingest.accept(events).await().atMost(Duration.ofMinutes(1)).accepted())
        .isEqualTo(1_000);
    for (int round = 0; round < 3; round++) {
      Log.infof("made anew %.0f µs of CPU, kept %.0f µs", micros(120), micros(0));
    }
  }

  /** Of all threads of the process, a load; time goes on by so many seconds with each. */
  private double micros(int seconds) {
    Asker asker =
        new Asker(
            Identifier.visitor("slr"),
            null,
            Proof.ANONYMOUS,
            Traffic.SHOPPER,
            Set.of(),
            false,
            false,
            null);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    for (int i = 0; i < LOADS; i++) {
      shoppers
          .load(asker, NOON.plusSeconds((long) seconds * i))
          .await()
          .atMost(Duration.ofSeconds(30));
    }
    return (system.getProcessCpuTime() - before) / 1_000.0 / LOADS;
  }
}
