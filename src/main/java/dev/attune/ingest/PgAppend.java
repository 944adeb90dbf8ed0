package dev.attune.ingest;

import dev.attune.events.SignalsJson;
import dev.attune.ingest.Entry.Key;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to the log in one statement. Rows go in by the order of their keys, so that two
 * transactions with the same events wait for each other instead of dying.
 */
final class PgAppend {
  private static final String INSERT =
      """
      insert into event (origin, message_id, type, happened_at, received_at, customer, traffic,
        personalize, signals, decision_id, position, source, clamped, body, names)
      select origin, message_id, type, happened_at, received_at, customer, traffic,
        personalize, signals::jsonb, decision_id, position, source, clamped, body,
        names::bigint[]
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
          $6::text[], $7::text[], $8::boolean[], $9::text[], $10::text[], $11::int[], $12::text[],
          $13::boolean[], $14::text[], $15::text[])
        as e(origin, message_id, type, happened_at, received_at, customer, traffic,
          personalize, signals, decision_id, position, source, clamped, body,
          names)
      order by origin collate "C", message_id collate "C"
      on conflict do nothing
      returning origin, message_id
      """;

  private PgAppend() {}

  /**
   * @param entries with distinct keys
   * @param personalize may be folded and learned from
   * @return the keys of those that are new
   */
  static Uni<Set<Key>> append(
      SqlConnection connection, List<Entry> entries, Predicate<Entry> personalize) {
    if (entries.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Tuple values =
        PgValues.columns(
            column(entries, entry -> entry.key().origin(), String[]::new),
            column(entries, entry -> entry.key().messageId(), String[]::new),
            column(entries, entry -> entry.type().name(), String[]::new),
            column(entries, entry -> time(entry.happenedAt()), OffsetDateTime[]::new),
            column(entries, entry -> time(entry.receivedAt()), OffsetDateTime[]::new),
            column(entries, Entry::customer, String[]::new),
            column(entries, entry -> entry.traffic().name(), String[]::new),
            column(entries, personalize::test, Boolean[]::new),
            column(entries, entry -> SignalsJson.write(entry.signals()), String[]::new),
            column(entries, Entry::decisionId, String[]::new),
            column(entries, Entry::position, Integer[]::new),
            column(entries, entry -> entry.delivery().source(), String[]::new),
            column(entries, entry -> entry.delivery().clamped(), Boolean[]::new),
            column(entries, Entry::body, String[]::new),
            column(entries, PgAppend::names, String[]::new));
    return connection
        .preparedQuery(INSERT)
        .execute(values)
        .map(
            rows -> {
              Set<Key> fresh = new HashSet<>();
              for (Row row : rows) {
                fresh.add(new Key(row.getString(0), row.getString(1)));
              }
              return fresh;
            });
  }

  /** As PostgreSQL writes an array. */
  private static @Nullable String names(Entry entry) {
    @Nullable List<Long> names = entry.names();
    if (names == null) {
      return null;
    }
    return names.isEmpty()
        ? "{}"
        : names.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  @SuppressWarnings("NullAway") // columns may have nulls
  private static <T> T[] column(
      List<Entry> entries, Function<Entry, T> value, IntFunction<T[]> array) {
    return entries.stream().map(value).toArray(array);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
