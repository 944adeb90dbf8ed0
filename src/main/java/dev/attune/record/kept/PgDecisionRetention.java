package dev.attune.record.kept;

import dev.attune.platform.database.Store;
import dev.attune.platform.work.Batches;
import dev.attune.privacy.RetentionSettings;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Deletes decisions that are past their time: every page makes some, and nothing else would end
 * them but an erasure.
 */
@ApplicationScoped
class PgDecisionRetention {
  /** Ids begin with their time, so that the index on ids finds the oldest. */
  private static final String DELETE =
      """
      delete from decision d using (
        select owner, id from decision
        where id < $1 and decided_at < $2
        order by id
        limit $3
        for update skip locked) as old
      where d.owner = old.owner and d.id = old.id
      """;

  private final Pool pool;
  private final RetentionSettings settings;
  private final Clock clock;

  PgDecisionRetention(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, RetentionSettings settings, Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "${attune.retention.every:24h}",
      delayed = "${attune.retention.delay:10m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> scheduled() {
    return run()
        .invoke(count -> Log.infof("Retention deleted %d decisions", count))
        .replaceWithVoid();
  }

  /** Deletes all that are past their time; returns how many. */
  Uni<Long> run() {
    Duration keep = settings.decisions();
    Instant before = clock.instant().minus(keep);
    return keep.isZero()
        ? Uni.createFrom().item(0L)
        : Batches.unhurried(() -> batch(before), settings.batch());
  }

  private Uni<Integer> batch(Instant before) {
    return pool.preparedQuery(DELETE)
        .execute(Tuple.of(prefix(before), before.atOffset(ZoneOffset.UTC), settings.batch()))
        .map(SqlResult::rowCount);
  }

  /** What the ids of an instant begin with. */
  private static String prefix(Instant at) {
    String hex = "%012x".formatted(at.toEpochMilli());
    return hex.substring(0, 8) + "-" + hex.substring(8);
  }
}
