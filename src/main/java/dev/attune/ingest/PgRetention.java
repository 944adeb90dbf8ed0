package dev.attune.ingest;

import static java.time.temporal.ChronoUnit.MILLIS;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Retention over the log. The folds of those whose events go are made again in the same
 * transaction, so that a fold is at any time what the log would give.
 */
@ApplicationScoped
class PgRetention implements Retention {
  /** A thousand events or so: 5 to 10 ms. */
  private static final long PAGES = 64;

  private static final String COUNT =
      "select pg_relation_size('event') / current_setting('block_size')::bigint";

  /**
   * With its values in it, so that the plan is made for these pages and no connection remembers it.
   * An event that another transaction holds waits for the next run.
   */
  private static final String DELETE =
      """
      delete from event e using (
        select origin, message_id from event
        where ctid >= '(%d,0)' and ctid < '(%d,0)' and (%s)
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
    String old = old(clock.instant());
    return old.isEmpty() ? Uni.createFrom().item(0L) : deleted(old);
  }

  /** The condition of an event that is past its type's time, empty where all are kept. */
  private String old(Instant now) {
    return Stream.of(EventType.values())
        .flatMap(type -> settings.of(type).map(now::minus).map(end -> old(type, end)).stream())
        .collect(Collectors.joining(" or "));
  }

  private static String old(EventType type, Instant end) {
    return "type = '%s' and happened_at < '%s'".formatted(type, end.truncatedTo(MILLIS));
  }

  /**
   * Some pages at a time, once over the log: one look at all of it would take a processor, and a
   * snapshot, for as long as that lasts, while folds change with every event.
   */
  private Uni<Long> deleted(String old) {
    return pool.query(COUNT)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            pages ->
                Batches.unhurried(
                    () ->
                        LongStream.iterate(0, from -> from < pages, from -> from + PAGES)
                            .iterator(),
                    from -> slice(DELETE.formatted(from, from + PAGES, old))));
  }

  private Uni<Long> slice(String delete) {
    return Transactions.in(
        pool,
        connection ->
            connection
                .query(delete)
                .execute()
                .call(gone -> PgFoldErasure.again(connection, owners(gone)))
                .map(gone -> (long) gone.rowCount()));
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
