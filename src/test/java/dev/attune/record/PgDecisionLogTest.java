package dev.attune.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgDecisionLogTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject DecisionLog log;
  @Inject PgDecisionTable table;
  @Inject Vertx vertx;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void findsADecisionBeforeItIsWrittenAndAfter() {
    PgDecisionLog own = withoutTimer(10);
    RecordedDecision rail = SomeDecisions.rail("log-rail", 60, new SplittableRandom(1));
    own.append(rail);
    assertThat(done(own.find("log-rail"))).containsSame(rail);
    assertThat(done(table.find("log-rail"))).isEmpty();
    done(own.drain());
    assertThat(meters.get("attune.decisions.queued").gauge().value()).isZero();
    assertThat(done(own.find("log-rail")).orElseThrow())
        .isNotSameAs(rail)
        .usingRecursiveComparison()
        .isEqualTo(rail);
  }

  @Test
  void writesByItselfWithinTheApplication() {
    log.append(SomeDecisions.simple("log-itself"));
    assertThat(done(log.find("log-itself"))).isPresent();
    assertThat(
            table
                .find("log-itself")
                .repeat()
                .withDelay(Duration.ofMillis(20))
                .whilst(found -> found.isEmpty())
                .collect()
                .last()
                .await()
                .atMost(LIMIT))
        .isPresent();
  }

  @Test
  void knowsNothingOfOtherIds() {
    assertThat(done(log.find("log-nobody"))).isEmpty();
  }

  @Test
  void dropsAndCountsTheNewestWhenFull() {
    PgDecisionLog own = withoutTimer(2);
    own.append(SomeDecisions.simple("log-full-1"));
    own.append(SomeDecisions.simple("log-full-2"));
    own.append(SomeDecisions.simple("log-full-3"));
    assertThat(meters.get("attune.decisions.dropped").counter().count()).isEqualTo(1);
    assertThat(meters.get("attune.decisions.queued").gauge().value()).isEqualTo(2);
    assertThat(done(own.find("log-full-3"))).isEmpty();
    done(own.drain());
    own.append(SomeDecisions.simple("log-full-4"));
    assertThat(done(own.find("log-full-4"))).isPresent();
    assertThat(done(table.find("log-full-1"))).isPresent();
    assertThat(done(table.find("log-full-2"))).isPresent();
  }

  @Test
  void writesEverythingBeforeItStopsAndFindsItAfterARestart() {
    PgDecisionLog own = withoutTimer(5_000);
    int count = 2 * PgDecisionLog.BATCH + 1;
    for (int i = 0; i < count; i++) {
      own.append(SomeDecisions.simple("log-stop-" + i));
    }
    own.stop(new ShutdownEvent());
    PgDecisionLog restarted = withoutTimer(5_000);
    for (int i : new int[] {0, PgDecisionLog.BATCH, count - 1}) {
      assertThat(done(restarted.find("log-stop-" + i))).isPresent();
    }
  }

  @Test
  void keepsADecisionThatWasWrittenBeforeAsItWas() {
    PgDecisionLog own = withoutTimer(10);
    RecordedDecision first = SomeDecisions.simple("log-twice");
    own.append(first);
    done(own.drain());
    own.append(first);
    own.append(SomeDecisions.simple("log-twice-other"));
    done(own.drain());
    assertThat(done(table.find("log-twice"))).contains(first);
    assertThat(done(table.find("log-twice-other"))).isPresent();
  }

  @Test
  void givesUpWhatTheStoreRefusesAndGoesOn() {
    PgDecisionLog own = withoutTimer(10);
    own.append(SomeDecisions.simple("log-\0"));
    done(own.drain());
    assertThat(meters.get("attune.decisions.dropped").counter().count()).isEqualTo(1);
    own.append(SomeDecisions.simple("log-after"));
    done(own.drain());
    assertThat(done(table.find("log-after"))).isPresent();
  }

  @Test
  void keepsTheOthersOfABatchInWhichOneIsRefused() {
    PgDecisionLog own = withoutTimer(100);
    for (int i = 0; i < 20; i++) {
      own.append(SomeDecisions.simple("log-beside-" + i));
      if (i == 7) {
        own.append(SomeDecisions.simple("log-poison-\0"));
      }
    }
    done(own.drain());
    assertThat(meters.get("attune.decisions.dropped").counter().count()).isEqualTo(1);
    assertThat(meters.get("attune.decisions.queued").gauge().value()).isZero();
    for (int i = 0; i < 20; i++) {
      assertThat(done(table.find("log-beside-" + i))).isPresent();
    }
  }

  private PgDecisionLog withoutTimer(int capacity) {
    return new PgDecisionLog(table, vertx, () -> capacity, meters);
  }

  private static <T> T done(Uni<T> work) {
    return work.await().atMost(LIMIT);
  }
}
