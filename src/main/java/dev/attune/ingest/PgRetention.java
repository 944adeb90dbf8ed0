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
import java.util.stream.LongStream;

/**
 * Retention over the log, type by type. The folds of those whose events go are made again in the
 * same transaction, so that a fold is at any time what the log would give.
 */
@ApplicationScoped
class PgRetention implements Retention {
  /** A thousand events or so: 5 to 10 ms. */
  private static final long PAGES = 64;

  private static final String COUNT =
      "select pg_relation_size('event') / current_setting('block_size')::bigint";

  /** With the pages as numbers in it, so that the plan is made for these and no others. */
  private static final String DELETE =
      """
      delete from event e using (
        select origin, message_id from event
        where type = $1 and happened_at < $2 and ctid >= '(%d,0)' and ctid < '(%d,0)'
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

  /**
   * Some pages at a time: one look at all of the log would take a processor, and a snapshot, for as
   * long as that lasts, while folds change with every event.
   */
  private Uni<Long> deleted(EventType type, Instant before) {
    return pool.query(COUNT)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            pages ->
                Batches.unhurried(
                    () ->
                        LongStream.iterate(0, from -> from < pages, from -> from + PAGES)
                            .iterator(),
                    from -> deleted(type, before, DELETE.formatted(from, from + PAGES))));
  }

  private Uni<Long> deleted(EventType type, Instant before, String delete) {
    return Batches.unhurried(
        () -> Transactions.in(pool, connection -> batch(connection, type, before, delete)),
        settings.batch());
  }

  private Uni<Integer> batch(
      SqlConnection connection, EventType type, Instant before, String delete) {
    return connection
        .preparedQuery(delete)
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
