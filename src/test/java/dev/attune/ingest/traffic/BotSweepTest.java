package dev.attune.ingest.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

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

  @Test
  void whatCannotBeDoneWholeIsNotDoneAtAllAndIsDoneTheNextTime() throws SQLException {
    Instant hour = clock.instant().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);
    for (int minute = 0; minute < 3; minute++) {
      send("bs-killed", null, hour.plus(Duration.ofMinutes(minute)), 130);
    }
    execute(
        "create function bs_break() returns trigger language plpgsql as"
            + " $$ begin raise exception 'broken'; end $$",
        "create trigger bs_break before update on fold for each row"
            + " when (old.owner = 'visitor:bs-killed') execute function bs_break()");
    try {
      assertThatThrownBy(() -> await(sweep.sweep())).hasMessageContaining("broken");
    } finally {
      execute("drop trigger bs_break on fold", "drop function bs_break()");
    }
    assertThat(profile("bs-killed").events()).isEqualTo(390);

    assertThat(await(sweep.sweep())).contains("visitor:bs-killed");
    assertThat(profile("bs-killed").events()).isZero();
  }

  @Test
  void twoReplicasThatLookAtOnceFindAMachineOnceAndItsFoldIsRight() {
    Instant hour = clock.instant().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MINUTES);
    for (int visitor = 0; visitor < 5; visitor++) {
      for (int minute = 0; minute < 3; minute++) {
        send("bs-both" + visitor, null, hour.plus(Duration.ofMinutes(minute)), 130);
      }
    }
    List<Uni<Set<String>>> replicas = List.of(sweep.sweep(), sweep.sweep(), sweep.sweep());
    List<String> found =
        await(Uni.join().all(replicas).andFailFast()).stream()
            .flatMap(Set::stream)
            .filter(origin -> origin.startsWith("visitor:bs-both"))
            .toList();
    assertThat(found).hasSize(5).doesNotHaveDuplicates();
    assertThat(profile("bs-both0").events()).isZero();
    assertThat(profile("bs-both4").events()).isZero();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
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
