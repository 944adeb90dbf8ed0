package dev.attune.ingest;

import dev.attune.events.EventType;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Transactions;
import dev.attune.platform.work.Batches;
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
        sum = sum.chain(count -> deleted(type, before).map(more -> count + more));
      }
    }
    return sum;
  }

  private Uni<Long> deleted(EventType type, Instant before) {
    return Batches.unhurried(
        () -> Transactions.in(pool, connection -> batch(connection, type, before)),
        settings.batch());
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
