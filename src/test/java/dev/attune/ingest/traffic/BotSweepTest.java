package dev.attune.ingest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.EventLog;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Sent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shoppers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BotSweepTest {
  @Inject BotSweep sweep;
  @Inject Ingest ingest;
  @Inject Shoppers shoppers;
  @Inject EventLog log;
  @Inject Clock clock;

  @Test
  void whoKeepsAMachinesPaceIsABotAndTeachesNobodyAnything() {
    Instant hour = clock.instant().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);
    for (int minute = 0; minute < 3; minute++) {
      send("bs-machine", null, hour.plus(Duration.ofMinutes(minute)), 130);
      send("bs-signed-in", "bs-c", hour.plus(Duration.ofMinutes(minute)), 130);
      send("bs-person", null, hour.plus(Duration.ofMinutes(minute)), 10);
    }
    send("bs-offline", null, hour, 400);
    assertThat(profile("bs-machine").events()).isEqualTo(390);

    Set<String> found = await(sweep.sweep());

    assertThat(found)
        .contains("visitor:bs-machine")
        .doesNotContain("visitor:bs-signed-in", "visitor:bs-person", "visitor:bs-offline");
    assertThat(profile("bs-machine").events()).isZero();
    assertThat(profile("bs-person").events()).isEqualTo(30);
    assertThat(profile("bs-offline").events()).isEqualTo(400);
    List<String> owners = new ArrayList<>();
    log.read(hour, event -> owners.add(event.owner()));
    assertThat(owners).doesNotContain("visitor:bs-machine").contains("customer:bs-c");
    assertThat(await(sweep.sweep())).doesNotContain("visitor:bs-machine");
    send("bs-machine", null, hour.plus(Duration.ofMinutes(5)), 5);
    assertThat(await(sweep.sweep())).contains("visitor:bs-machine");
    assertThat(profile("bs-machine").events()).isZero();
  }

  private void send(String visitor, @Nullable String customer, Instant from, int count) {
    List<Received> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = from.plusMillis(i * 100L);
      events.add(Sent.view(visitor + at.toEpochMilli(), visitor, customer, at, "bs-p" + i));
    }
    await(ingest.accept(events));
  }

  private Profile profile(String visitor) {
    Asker asker =
        new Asker(
            Identifier.visitor(visitor),
            null,
            Proof.ANONYMOUS,
            Traffic.SHOPPER,
            Set.of(),
            false,
            false,
            null);
    return await(shoppers.load(asker, clock.instant())).ranking();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
