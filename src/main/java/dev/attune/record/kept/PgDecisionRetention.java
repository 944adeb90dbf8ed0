package dev.attune.record.kept;

import dev.attune.platform.database.Store;
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
  private static final int REST = 2;

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
    return keep.isZero() ? Uni.createFrom().item(0L) : batches(clock.instant().minus(keep), 0);
  }

  /** One behind the other, with twice as much rest in between, because nobody waits for it. */
  private Uni<Long> batches(Instant before, long soFar) {
    long began = System.nanoTime();
    return pool.preparedQuery(DELETE)
        .execute(Tuple.of(prefix(before), before.atOffset(ZoneOffset.UTC), settings.batch()))
        .map(SqlResult::rowCount)
        .chain(
            count ->
                count < settings.batch()
                    ? Uni.createFrom().item(soFar + count)
                    : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofNanos(REST * (System.nanoTime() - began)))
                        .chain(() -> batches(before, soFar + count)));
  }

  /** What the ids of an instant begin with. */
  private static String prefix(Instant at) {
    String hex = "%012x".formatted(at.toEpochMilli());
    return hex.substring(0, 8) + "-" + hex.substring(8);
  }
}
