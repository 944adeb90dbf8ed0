package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.store.Definition;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures in the store: sums come back, however many were exposed. */
@ApplicationScoped
class PgOutcomes implements Outcomes {
  /** A bigint's square stays a bigint: nobody's money counts more than this, cap or not. */
  static final long MOST = 2_000_000_000L;

  static final Duration PERIOD = Duration.ofDays(28);
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
  private static final String MEASURE = PgStatements.of("people", "measure");
  private static final String REHEARSE = PgStatements.rehearsed("people", "measure");

  private final Pool pool;
  private final PgGoods goods;

  PgOutcomes(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgGoods goods) {
    this.pool = pool;
    this.goods = goods;
  }

  @Override
  public Uni<Optional<Long>> cap(String currency, Instant before) {
    return within(PgStatements.REPORT, connection -> cap(connection, currency, before));
  }

  private static Uni<Optional<Long>> cap(
      SqlConnection connection, String currency, Instant before) {
    return connection
        .preparedQuery(CAP)
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
  public Uni<Baseline> baseline(Definition definition, Instant before) {
    PgBudget budget = new PgBudget(PgStatements.PLAN);
    return within(budget, connection -> PgArrivals.of(connection, definition, before))
        .chain(
            came ->
                within(
                        budget,
                        connection ->
                            rehearsed(
                                connection, budget, definition, before, came.rehearsed(definition)))
                    .map(came::baseline)
                    .onFailure(PgBudget::isSpent)
                    .recoverWithItem(() -> came.baseline(null)));
  }

  private Uni<Moments> rehearsed(
      SqlConnection connection,
      PgBudget budget,
      Definition definition,
      Instant before,
      String[] markets) {
    Definition.Measuring measuring = definition.measuring();
    int followed = Math.max(measuring.windowDays(), measuring.primary().days());
    Instant from = before.minus(PERIOD).minus(Duration.ofDays(followed));
    return cap(connection, measuring.currency(), before)
        .map(cap -> definition.with(definition.life().cappedAt(cap.orElse(null))))
        .call(() -> budget.bind(connection))
        .chain(
            capped ->
                goods
                    .bought(connection, from, before, measuring.currency())
                    .call(() -> budget.bind(connection))
                    .chain(
                        bought ->
                            connection
                                .preparedQuery(REHEARSE)
                                .execute(
                                    question(capped, from, before, bought)
                                        .addArrayOfString(markets))))
        .map(rows -> PgTally.of(rows).variant("control").all(measuring.primary()));
  }

  @Override
  public Uni<Measured> measure(Definition definition, Instant until) {
    @Nullable Instant started = definition.life().startedAt();
    return started == null
        ? Uni.createFrom().item(PgTally.nothing())
        : within(
            PgStatements.REPORT, connection -> measure(connection, definition, started, until));
  }

  private Uni<Measured> measure(
      SqlConnection connection, Definition definition, Instant started, Instant until) {
    return goods
        .bought(connection, started, until, definition.measuring().currency())
        .chain(
            bought ->
                connection
                    .preparedQuery(MEASURE)
                    .execute(question(definition, started, until, bought)))
        .map(PgTally::of);
  }

  /** In one transaction, of whose statements each may take so long. */
  private <T> Uni<T> within(Duration each, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection -> PgStatements.bound(connection, each).chain(() -> work.apply(connection)));
  }

  /** In one transaction, of a time that it shares with others. */
  private <T> Uni<T> within(PgBudget budget, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection ->
            PgStatements.bound(connection, PgStatements.PLAN)
                .chain(() -> budget.bind(connection))
                .chain(() -> work.apply(connection)));
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
