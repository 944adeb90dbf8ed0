package dev.attune.ingest;

import dev.attune.events.EventType;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Transactions;
import dev.attune.privacy.Retention;
import dev.attune.privacy.RetentionSettings;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/**
 * Retention over the log, type by type. The folds of those whose events go are made again in the
 * same transaction, so that a fold is at any time what the log would give.
 */
@ApplicationScoped
class PgRetention implements Retention {
  private static final int REST = 2;

  /** Whatever is found first: in order, each batch would look at all that is left. */
  private static final String DELETE =
      """
      delete from event e using (
        select origin, message_id from event
        where type = $1 and happened_at < $2
        limit $3
        for update skip locked) as old
      where e.origin = old.origin and e.message_id = old.message_id
      returning e.origin, e.customer
      """;

  private final Pool pool;
  private final RetentionSettings settings;
  private final Clock clock;

  PgRetention(
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
    return run().invoke(count -> Log.infof("Retention deleted %d events", count)).replaceWithVoid();
  }

  @Override
  public Uni<Long> run() {
    Instant now = clock.instant();
    Uni<Long> sum = Uni.createFrom().item(0L);
    for (EventType type : EventType.values()) {
      if (settings.of(type).isPresent()) {
        Instant before = now.minus(settings.of(type).get());
        sum = sum.chain(count -> batches(type, before, count));
      }
    }
    return sum;
  }

  /** One behind the other, with twice as much rest in between, because nobody waits for it. */
  private Uni<Long> batches(EventType type, Instant before, long soFar) {
    long began = System.nanoTime();
    return Transactions.in(pool, connection -> batch(connection, type, before))
        .chain(
            count ->
                count < settings.batch()
                    ? Uni.createFrom().item(soFar + count)
                    : rest(REST * (System.nanoTime() - began))
                        .chain(() -> batches(type, before, soFar + count)));
  }

  private static Uni<Void> rest(long nanos) {
    return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofNanos(nanos));
  }

  private Uni<Integer> batch(SqlConnection connection, EventType type, Instant before) {
    return connection
        .preparedQuery(DELETE)
        .execute(Tuple.of(type.name(), before.atOffset(ZoneOffset.UTC), settings.batch()))
        .call(gone -> PgFoldErasure.again(connection, owners(gone)))
        .map(RowSet::rowCount);
  }

  private static Set<String> owners(RowSet<Row> gone) {
    Set<String> owners = new TreeSet<>();
    for (Row row : gone) {
      owners.add(row.getString(0));
      if (row.getString(1) != null) {
        owners.add(row.getString(1));
      }
    }
    return owners;
  }
}
