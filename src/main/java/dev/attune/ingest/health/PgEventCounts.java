package dev.attune.ingest.health;

import dev.attune.events.EventType;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Counts of all replicas, added up in PostgreSQL. */
@ApplicationScoped
class PgEventCounts {
  /** In the order of the key, so that two replicas never wait for each other in a circle. */
  private static final String ADD =
      """
      insert into event_count as c
        (day, type, source, accepted, duplicates, clamped, uncorrected, delays, last_received)
      select day, type, source, accepted, duplicates, clamped, uncorrected, delays::bigint[],
        last_received
      from unnest($1::date[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
          $7::bigint[], $8::text[], $9::timestamptz[])
        as n(day, type, source, accepted, duplicates, clamped, uncorrected, delays, last_received)
      order by day, type, source
      on conflict (day, type, source) do update
      set accepted = c.accepted + excluded.accepted,
        duplicates = c.duplicates + excluded.duplicates,
        clamped = c.clamped + excluded.clamped,
        uncorrected = c.uncorrected + excluded.uncorrected,
        delays = array(
          select coalesce(a, 0) + coalesce(b, 0)
          from unnest(c.delays, excluded.delays) with ordinality as u(a, b, place) order by place),
        last_received = greatest(c.last_received, excluded.last_received)
      """;

  private static final String SINCE =
      """
      select day, type, source, accepted, duplicates, clamped, uncorrected, delays, last_received
      from event_count where day >= $1
      """;

  private static final String FORGET = "delete from event_count where day < $1";

  private final Pool pool;

  PgEventCounts(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  Uni<Void> add(List<EventCount> counts) {
    if (counts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns = Tuple.tuple();
    columns.addValue(counts.stream().map(count -> count.key().day()).toArray(LocalDate[]::new));
    columns.addValue(
        counts.stream().map(count -> count.key().type().name()).toArray(String[]::new));
    columns.addValue(counts.stream().map(count -> count.key().source()).toArray(String[]::new));
    columns.addValue(counts.stream().map(EventCount::accepted).toArray(Long[]::new));
    columns.addValue(counts.stream().map(EventCount::duplicates).toArray(Long[]::new));
    columns.addValue(counts.stream().map(EventCount::clamped).toArray(Long[]::new));
    columns.addValue(counts.stream().map(EventCount::uncorrected).toArray(Long[]::new));
    columns.addValue(counts.stream().map(PgEventCounts::delays).toArray(String[]::new));
    columns.addValue(
        counts.stream()
            .map(count -> count.lastReceived().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
    return pool.preparedQuery(ADD).execute(columns).replaceWithVoid();
  }

  Uni<List<EventCount>> since(LocalDate day) {
    return pool.preparedQuery(SINCE).execute(Tuple.of(day)).map(PgEventCounts::counts);
  }

  Uni<Void> forget(LocalDate before) {
    return pool.preparedQuery(FORGET).execute(Tuple.of(before)).replaceWithVoid();
  }

  private static String delays(EventCount count) {
    return count.delays().counts().stream()
        .map(Object::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Types that only later versions know, whose replicas may run beside this one, are left out. */
  private static List<EventCount> counts(RowSet<Row> rows) {
    List<EventCount> counts = new ArrayList<>();
    for (Row row : rows) {
      EventType.named(row.getString(1)).ifPresent(type -> counts.add(count(type, row)));
    }
    counts.sort(
        Comparator.comparing((EventCount count) -> count.key().day())
            .thenComparing(count -> count.key().type())
            .thenComparing(count -> count.key().source()));
    return counts;
  }

  private static EventCount count(EventType type, Row row) {
    return new EventCount(
        new EventCount.Key(row.getLocalDate(0), type, row.getString(2)),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        new Delays(List.of(row.getArrayOfLongs(7))),
        row.getOffsetDateTime(8).toInstant());
  }
}
