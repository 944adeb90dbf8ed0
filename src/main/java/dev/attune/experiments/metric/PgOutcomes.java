package dev.attune.experiments.metric;

import dev.attune.experiments.store.Definition;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures in the store: sums come back, however many were exposed. */
@ApplicationScoped
class PgOutcomes implements Outcomes {
  /** A bigint's square stays a bigint: nobody's money counts more than this, cap or not. */
  static final long MOST = 2_000_000_000L;

  private static final Duration PERIOD = Duration.ofDays(28);
  private static final int FEWEST_BUYERS = 100;

  private static final String CAP =
      """
      with buyer as (
        select coalesce(e.customer, e.origin) as person, sum((s.v ->> 2)::bigint) as paid
        from event e cross join lateral jsonb_array_elements(e.signals) s(v)
        where e.type = 'ORDER_COMPLETED' and e.traffic = 'SHOPPER'
          and s.v ->> 0 = 'PAID' and s.v ->> 1 like $1::text || '/%'
          and e.happened_at >= $2 and e.happened_at < $3
        group by 1)
      select count(*), ceil(percentile_cont(.99) within group (order by paid))::bigint from buyer
      """;
  private static final String BASELINE =
      """
      with came as (
        select count(distinct coalesce(e.customer, e.origin))::float8 as shoppers from event e
        where e.traffic = 'SHOPPER' and e.happened_at >= $2 and e.happened_at < $3),
      buyer as (
        select coalesce(e.customer, e.origin) as person, sum((s.v ->> 2)::bigint)::float8 as paid
        from event e cross join lateral jsonb_array_elements(e.signals) s(v)
        where e.type = 'ORDER_COMPLETED' and e.traffic = 'SHOPPER'
          and s.v ->> 0 = 'PAID' and s.v ->> 1 like $1::text || '/%'
          and e.happened_at >= $2 and e.happened_at < $3
        group by 1)
      select (select shoppers from came), coalesce(sum(paid), 0), coalesce(sum(paid * paid), 0),
        count(*)::float8
      from buyer
      """;
  private static final String MEASURE = PgStatements.of("people", "measure");

  private final Pool pool;
  private final PgGoods goods;

  PgOutcomes(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgGoods goods) {
    this.pool = pool;
    this.goods = goods;
  }

  @Override
  public Uni<Optional<Long>> cap(String currency, Instant before) {
    return pool.preparedQuery(CAP)
        .execute(
            Tuple.of(
                currency,
                before.minus(PERIOD).atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return row.getLong(0) < FEWEST_BUYERS
                  ? Optional.empty()
                  : Optional.of(Math.min(MOST, row.getLong(1)));
            });
  }

  @Override
  public Uni<Baseline> baseline(String currency, Instant before) {
    return pool.preparedQuery(BASELINE)
        .execute(
            Tuple.of(
                currency,
                before.minus(PERIOD).atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              double shoppers = Math.max(1, row.getDouble(0));
              double mean = row.getDouble(1) / shoppers;
              double variance = Math.max(0, row.getDouble(2) / shoppers - mean * mean);
              return new Baseline(
                  row.getDouble(0) / PERIOD.toDays(),
                  mean,
                  variance,
                  Math.min(1, row.getDouble(3) / shoppers));
            });
  }

  @Override
  public Uni<Measured> measure(Definition definition, Instant until) {
    @Nullable Instant started = definition.life().startedAt();
    if (started == null) {
      return Uni.createFrom().item(PgTally.nothing());
    }
    return pool.withTransaction(
        connection ->
            PgStatements.bound(connection)
                .chain(
                    () ->
                        goods.bought(connection, started, until, definition.measuring().currency()))
                .chain(
                    bought ->
                        connection
                            .preparedQuery(MEASURE)
                            .execute(question(definition, started, until, bought)))
                .map(PgTally::of));
  }

  private static Tuple question(
      Definition definition, Instant started, Instant until, PgGoods.Columns bought) {
    Definition.Measuring measuring = definition.measuring();
    int digits = Math.max(0, Currency.getInstance(measuring.currency()).getDefaultFractionDigits());
    @Nullable Long cap = definition.life().capMinor();
    return Tuple.from(
        Arrays.asList(
            definition.id(),
            started.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            io.vertx.pgclient.data.Interval.of(0, 0, measuring.windowDays()),
            measuring.currency(),
            cap == null ? MOST : cap,
            bought.products(),
            bought.costs(),
            (long) Math.pow(10, digits)));
  }
}
