package dev.attune.events.log;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Transactions;
import dev.attune.platform.work.Batches;
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
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the bodies that older versions logged, to say whom they name as those of this version
 * do, so that erasures find them by index. What it has not come to is read by each erasure itself,
 * so it may be stopped at any time and goes on from where it was. What names too many stays unread.
 */
@ApplicationScoped
class PgUnreadBodies {
  /** Two hundred of the longest bodies are 6 MB. */
  private static final int AT_ONCE = 200;

  /** A training that reads the whole log goes first. */
  private static final Duration UNTIL_ITS_TURN = Duration.ofSeconds(5);

  private static final String NEXT =
      """
      select received_at, origin, message_id, body from event
      where names is null and customer is null
        and (received_at, origin, message_id) > ($1::timestamptz, $2::text, $3::text)
      order by received_at, origin, message_id
      limit $4
      """;

  /** Not of those that an erasure took the body from meanwhile: these name nobody. */
  private static final String NAME =
      """
      update event e set names = n.names::bigint[]
      from unnest($1::text[], $2::text[], $3::text[]) as n(origin, message_id, names)
      where e.origin = n.origin and e.message_id = n.message_id and e.names is null
      """;

  private static final Place FIRST =
      new Place(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "", "");

  private final Pool pool;

  /** How far a run has come; the key breaks ties between events that came at once. */
  private record Place(OffsetDateTime receivedAt, String origin, String messageId) {}

  PgUnreadBodies(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  @Scheduled(
      every = "24h",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> now() {
    return read()
        .invoke(
            count -> {
              if (count > 0) {
                Log.infof("Looked into %d events of an older version for whom they name", count);
              }
            })
        .onFailure()
        .invoke(failure -> Log.warnf("Older events stay unread: %s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(0L)
        .replaceWithVoid();
  }

  /** Reads all that nobody looked into; how many those were. */
  Uni<Long> read() {
    AtomicReference<Place> place = new AtomicReference<>(FIRST);
    return Batches.unhurried(() -> batch(place), AT_ONCE);
  }

  private Uni<Integer> batch(AtomicReference<Place> place) {
    return Transactions.in(
            pool,
            connection ->
                PgLogTurns.changing(connection)
                    .chain(mine -> mine ? next(connection, place) : Uni.createFrom().nullItem()))
        .chain(
            rows ->
                rows == null
                    ? Uni.createFrom().item(AT_ONCE).onItem().delayIt().by(UNTIL_ITS_TURN)
                    : Uni.createFrom().item(passed(rows, place)));
  }

  private static Uni<RowSet<Row>> next(SqlConnection connection, AtomicReference<Place> place) {
    Place from = Objects.requireNonNull(place.get());
    return connection
        .preparedQuery(NEXT)
        .execute(Tuple.of(from.receivedAt, from.origin, from.messageId, AT_ONCE))
        .call(rows -> name(connection, rows));
  }

  /** How many they are; the next ones are those behind them. */
  private static int passed(RowSet<Row> rows, AtomicReference<Place> place) {
    for (Row row : rows) {
      place.set(new Place(row.getOffsetDateTime(0), row.getString(1), row.getString(2)));
    }
    return rows.size();
  }

  private static Uni<Void> name(SqlConnection connection, RowSet<Row> rows) {
    List<String> origins = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Row row : rows) {
      @Nullable List<Long> found = BodyNames.in(row.getString(3), Set.of(own(row.getString(1))));
      if (found != null) {
        origins.add(row.getString(1));
        messages.add(row.getString(2));
        names.add(found.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
      }
    }
    if (origins.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple values =
        Tuple.of(
            origins.toArray(String[]::new),
            messages.toArray(String[]::new),
            names.toArray(String[]::new));
    return connection.preparedQuery(NAME).execute(values).replaceWithVoid();
  }

  /** The id that it came in under, also one of a type that only later versions know. */
  private static String own(String origin) {
    return Identifier.find(origin)
        .map(Identifier::value)
        .orElse(origin.substring(origin.indexOf(':') + 1));
  }
}
