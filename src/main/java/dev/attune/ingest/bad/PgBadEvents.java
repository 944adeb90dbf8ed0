package dev.attune.ingest.bad;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.ErasureBarrier;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of bad events. */
@ApplicationScoped
class PgBadEvents {
  private static final String INSERT =
      """
      insert into bad_event (received_at, source, call, code, field, message, message_id, persons,
        body, whole, sent)
      select (e ->> 0)::timestamptz, e ->> 1, e ->> 2, e ->> 3, e ->> 4, e ->> 5, e ->> 6,
        array(select jsonb_array_elements_text(e -> 7)), e ->> 8, (e ->> 9)::boolean,
        (e ->> 10)::jsonb
      from jsonb_array_elements($1::text::jsonb) as e
      """;

  private static final String COLUMNS =
      """
      select id, received_at, source, call, code, field, message, message_id, body, whole,
        sent::text, retries
      from bad_event
      """;

  private static final String LIKE =
      "where ($1::text is null or code = $1) and ($2::text is null or source = $2)";

  private static final String PAGE =
      COLUMNS + LIKE + " and ($3::bigint is null or id < $3) order by id desc limit $4";

  private static final String TOTAL = "select count(*) from bad_event " + LIKE;

  /** What is not among the largest is counted under one name for each code and way in. */
  private static final String COUNTS =
      """
      with counted as (
        select code, source, count(*) as many,
          row_number() over (order by count(*) desc, max(id) desc) as place
        from bad_event group by code, source
      )
      select code,
        case when place <= 1000 or position(' ' in source) = 0 then source
          else split_part(source, ' ', 1) || ' (others)' end as told,
        sum(many)::bigint
      from counted
      group by code, told order by 3 desc, code, told
      """;

  private static final String SINCE = "select count(*) from bad_event where received_at >= $1";

  private static final String RETRIABLE =
      COLUMNS
          + """
            where whole and id > $3
              and ($1::bigint[] is null or id = any ($1)) and ($2::text is null or code = $2)
            order by id limit $4
            """;

  private static final String DELETE = "delete from bad_event where id = any ($1::bigint[])";

  private static final String STILL_BAD =
      """
      update bad_event b
      set code = r.code, field = r.field, message = r.message, retries = retries + 1
      from unnest($1::bigint[], $2::text[], $3::text[], $4::text[])
        as r(id, code, field, message)
      where b.id = r.id
      """;

  private static final String EXPIRE =
      """
      delete from bad_event
      where received_at < $1
        or id <= (select id from bad_event order by id desc offset $2 limit 1)
      """;

  private final Pool pool;
  private final PgErasedAgain again;

  PgBadEvents(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgErasedAgain again) {
    this.pool = pool;
    this.again = again;
  }

  /** Keeps them; of those that say again what was erased only the reason and the source. */
  Uni<Void> insert(List<BadEvent> events) {
    return pool.withTransaction(
        connection ->
            ErasureBarrier.enter(connection)
                .chain(() -> again.among(connection, events))
                .map(erased -> rows(events, erased))
                .chain(rows -> connection.preparedQuery(INSERT).execute(Tuple.of(rows.encode())))
                .replaceWithVoid());
  }

  private static JsonArray rows(List<BadEvent> events, Set<Integer> erased) {
    JsonArray rows = new JsonArray();
    for (int i = 0; i < events.size(); i++) {
      rows.add(row(erased.contains(i) ? events.get(i).aboutNobody() : events.get(i)));
    }
    return rows;
  }

  private static JsonArray row(BadEvent event) {
    return new JsonArray()
        .add(event.sentBy().arrival().receivedAt().toString())
        .add(event.source())
        .add(event.call())
        .add(event.rejection().code().name())
        .add(event.rejection().field())
        .add(event.rejection().message())
        .add(event.messageId())
        .add(new JsonArray(event.persons().stream().map(Identifier::key).toList()))
        .add(event.body())
        .add(event.whole())
        .add(event.sentBy().json());
  }

  Uni<BadEventPage> page(BadEventFilter filter, int first, @Nullable Long before) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(filter.code(), filter.source(), before, first + 1))
        .map(PgBadEvents::events)
        .chain(
            found ->
                pool.preparedQuery(TOTAL)
                    .execute(Tuple.of(filter.code(), filter.source()))
                    .map(
                        rows ->
                            new BadEventPage(
                                found.subList(0, Math.min(first, found.size())),
                                rows.iterator().next().getLong(0),
                                found.size() > first)));
  }

  Uni<List<BadEventPage.Count>> counts() {
    return pool.query(COUNTS)
        .execute()
        .map(
            rows -> {
              List<BadEventPage.Count> counts = new ArrayList<>();
              for (Row row : rows) {
                counts.add(
                    new BadEventPage.Count(row.getString(0), row.getString(1), row.getLong(2)));
              }
              return counts;
            });
  }

  Uni<Long> since(Instant from) {
    return pool.preparedQuery(SINCE)
        .execute(Tuple.of(from.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** The oldest whole ones behind an id, of these ids or this code; null for any. */
  Uni<List<KeptBadEvent>> retriable(
      Long @Nullable [] ids, @Nullable String code, long after, int most) {
    Tuple values = Tuple.tuple();
    values.addValue(ids).addValue(code).addValue(after).addValue(most);
    return pool.preparedQuery(RETRIABLE).execute(values).map(PgBadEvents::events);
  }

  Uni<Void> delete(Collection<Long> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(DELETE)
            .execute(Tuple.tuple().addValue(ids.toArray(Long[]::new)))
            .replaceWithVoid();
  }

  /** Notes the reasons for which these were refused again. */
  Uni<Void> stillBad(List<KeptBadEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple values = Tuple.tuple();
    values.addValue(events.stream().map(KeptBadEvent::id).toArray(Long[]::new));
    values.addValue(events.stream().map(KeptBadEvent::code).toArray(String[]::new));
    values.addValue(events.stream().map(KeptBadEvent::field).toArray(String[]::new));
    values.addValue(events.stream().map(KeptBadEvent::message).toArray(String[]::new));
    return pool.preparedQuery(STILL_BAD).execute(values).replaceWithVoid();
  }

  /** Deletes what came before this time, and what is more than so many; says how many went. */
  Uni<Integer> expire(Instant before, int most) {
    return pool.preparedQuery(EXPIRE)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), most))
        .map(RowSet::rowCount);
  }

  private static List<KeptBadEvent> events(RowSet<Row> rows) {
    List<KeptBadEvent> events = new ArrayList<>();
    for (Row row : rows) {
      events.add(
          new KeptBadEvent(
              row.getLong(0),
              row.getOffsetDateTime(1).toInstant(),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getBoolean(9),
              row.getString(10),
              row.getInteger(11)));
    }
    return events;
  }
}
