package dev.attune.ingest.traffic;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/** Measures the pace of visitors in the log. */
@ApplicationScoped
class PgPace {
  /** Of live events only; whoever is proven to be a customer is a person. */
  private static final String FLAG =
      """
      with minute as (
        select origin from event
        where happened_at >= $1 and traffic <> 'STAFF' and customer is null
          and origin like 'visitor:%' and source <> 'history'
          and received_at < happened_at + interval '1 hour'
        group by origin, date_trunc('minute', happened_at)
        having count(*) > $2
      ),
      machine as (
        select origin from minute group by origin having count(*) >= $3
      ),
      flagged as (
        update event e set traffic = 'BOT' from machine m
        where e.origin = m.origin and e.customer is null and e.traffic = 'SHOPPER'
        returning e.origin
      )
      select distinct origin from flagged
      """;

  private final Pool pool;

  PgPace(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  Uni<Set<String>> flag(Instant since, PaceSettings settings) {
    return pool.preparedQuery(FLAG)
        .execute(Tuple.of(since.atOffset(ZoneOffset.UTC), settings.perMinute(), settings.minutes()))
        .map(
            rows -> {
              Set<String> origins = new TreeSet<>();
              for (Row row : rows) {
                origins.add(row.getString(0));
              }
              return origins;
            });
  }
}
