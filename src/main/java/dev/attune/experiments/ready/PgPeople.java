package dev.attune.experiments.ready;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Counts who was there, who is known and who chose, in one statement. */
@ApplicationScoped
class PgPeople {
  private static final String COUNT =
      """
      select
        (select count(distinct origin) from event
          where traffic = 'SHOPPER' and happened_at >= $1) as shoppers,
        (select count(*) from event
          where traffic = 'SHOPPER' and happened_at >= $1 and type = 'ORDER_COMPLETED') as orders,
        (select count(*) from event e
          where traffic = 'SHOPPER' and happened_at >= $1 and type = 'ORDER_COMPLETED'
            and (customer is not null or origin like 'customer:%'
              or exists (select from link l where l.visitor = e.origin and l.split_at is null)))
          as known,
        (select count(distinct identifier) from consent where source = 'EXPLICIT') as chosen,
        (select count(*) from consent
          where source = 'EXPLICIT' and purpose = 'PERSONALIZATION' and state = 'GRANTED')
          as granted
      """;

  private final Pool pool;

  PgPeople(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  /** Events since a time, choices of all times. */
  record Counted(long shoppers, long orders, long known, long chosen, long granted) {}

  Uni<Counted> since(Instant since) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next())
        .map(PgPeople::counted);
  }

  private static Counted counted(Row row) {
    return new Counted(
        row.getLong("shoppers"),
        row.getLong("orders"),
        row.getLong("known"),
        row.getLong("chosen"),
        row.getLong("granted"));
  }
}
