package dev.attune.identity.member;

import dev.attune.identity.JunkIdentifiers;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts junk in memory and adds it to the store now and then: a row that every second request
 * writes would make requests wait for each other. A repeated event counts again.
 */
@ApplicationScoped
class PgJunkIdentifiers implements JunkIdentifiers {
  /** Different values in memory; more of them are not told apart. */
  private static final int MOST = 1_000;

  private static final String OTHERS = "(others)";

  private static final String ADD =
      """
      insert into junk_identifier (value, seen, first_seen, last_seen)
      select value, seen, $3::timestamptz, $3::timestamptz
      from unnest($1::text[], $2::bigint[]) as j(value, seen) order by value collate "C"
      on conflict (value) do update
      set seen = junk_identifier.seen + excluded.seen, last_seen = excluded.last_seen
      """;

  private final Pool pool;
  private final Clock clock;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  PgJunkIdentifiers(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public void seen(String value) {
    counts.merge(counts.size() < MOST ? value : OTHERS, 1L, Long::sum);
  }

  /** Adds what was counted since the last time. */
  @Scheduled(every = "30s", delayed = "30s")
  Uni<Void> write() {
    Map<String, Long> some = new TreeMap<>();
    for (String value : counts.keySet()) {
      Long count = counts.remove(value);
      if (count != null) {
        some.put(value, count);
      }
    }
    if (some.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(ADD)
        .execute(
            Tuple.of(
                some.keySet().toArray(String[]::new),
                some.values().toArray(Long[]::new),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .onFailure()
        .invoke(() -> some.forEach((value, count) -> counts.merge(value, count, Long::sum)))
        .replaceWithVoid();
  }
}
