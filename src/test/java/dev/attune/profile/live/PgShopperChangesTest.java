package dev.attune.profile.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a shopper does on one replica is heard on the others. */
@QuarkusTest
class PgShopperChangesTest {
  @Inject
  @ReactiveDataSource(Store.CUSTOMER_NAME)
  Pool pool;

  @Inject Vertx vertx;

  @Test
  void anotherReplicaHearsOfItAndOfNobodyElse() throws InterruptedException {
    PgShopperChanges here = new PgShopperChanges(pool, vertx);
    PgShopperChanges there = new PgShopperChanges(pool, vertx);
    here.start(new StartupEvent());
    there.start(new StartupEvent());
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    var own = there.of(List.of("psc-one")).subscribe().with(any -> heard.add("one"));
    var other = there.of(List.of("psc-other")).subscribe().with(any -> heard.add("other"));
    assertThat(List.of(heard.take(), heard.take())).containsExactlyInAnyOrder("one", "other");
    String first = null;
    for (int tries = 0; first == null && tries < 100; tries++) {
      here.touched(List.of("psc-one"));
      first = heard.poll(200, TimeUnit.MILLISECONDS);
    }
    assertThat(first).isEqualTo("one");
    assertThat(heard).doesNotContain("other");
    own.cancel();
    other.cancel();
    here.stop(new ShutdownEvent());
    there.stop(new ShutdownEvent());
  }

  @Test
  void whoeverListensIsToldWhenTheConnectionComesBackBecauseSomethingMayHaveBeenMissed()
      throws InterruptedException {
    PgShopperChanges here = new PgShopperChanges(pool, vertx);
    here.start(new StartupEvent());
    LinkedBlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
    var own = here.of(List.of("psc-cut")).subscribe().with(heard::add);
    assertThat(heard.take()).isTrue();
    heard.clear();
    pool.query(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where query = 'listen shopper_changed'")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10));
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isTrue();
    own.cancel();
    here.stop(new ShutdownEvent());
  }
}
