package dev.attune.experiments.metric;

import dev.attune.experiments.metric.Takings.Sum;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.UseCase;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins events with the decisions that they name, in the store. */
@ApplicationScoped
class PgAttribution implements Attribution {
  private static final String BY_USE_CASE = PgStatements.of("people", "attributed", "by_use_case");
  private static final String BY_VARIANT = PgStatements.of("people", "attributed", "by_variant");

  private final Pool pool;
  private final PgGoods goods;

  PgAttribution(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgGoods goods) {
    this.pool = pool;
    this.goods = goods;
  }

  /** What both statements ask; the experiment is empty for none. */
  private record Question(String experiment, Period period, Object last) {}

  @Override
  public Uni<Attributed> of(Period period) {
    Instant since = period.from().minus(Duration.ofDays(period.windowDays()));
    Question question =
        new Question(
            "",
            new Period(since, period.until(), period.windowDays(), period.currency()),
            period.from().atOffset(ZoneOffset.UTC));
    return ask(BY_USE_CASE, question).map(PgAttribution::attributed);
  }

  @Override
  public Uni<Takings> of(Definition definition, Instant until) {
    Definition.Measuring measuring = definition.measuring();
    @Nullable Instant started = definition.life().startedAt();
    if (started == null || !started.isBefore(until)) {
      return Uni.createFrom().item(new Takings(Map.of()));
    }
    @Nullable Long cap = definition.life().capMinor();
    Period period = new Period(started, until, measuring.windowDays(), measuring.currency());
    Question question = new Question(definition.id(), period, cap == null ? PgOutcomes.MOST : cap);
    return ask(BY_VARIANT, question).map(PgAttribution::takings);
  }

  private Uni<RowSet<Row>> ask(String statement, Question question) {
    Period period = question.period;
    return pool.withTransaction(
        connection ->
            PgStatements.bound(connection, PgStatements.REPORT)
                .chain(
                    () ->
                        goods.bought(connection, period.from(), period.until(), period.currency()))
                .chain(
                    bought ->
                        connection.preparedQuery(statement).execute(tuple(question, bought))));
  }

  private static Tuple tuple(Question question, PgGoods.Columns bought) {
    List<String> prefixes = new ArrayList<>();
    List<String> useCases = new ArrayList<>();
    for (UseCase useCase : UseCase.values()) {
      prefixes.addAll(useCase.prefixes());
      useCase.prefixes().forEach(prefix -> useCases.add(useCase.name()));
    }
    Period period = question.period;
    return Tuple.from(
        Arrays.asList(
            question.experiment,
            period.from().atOffset(ZoneOffset.UTC),
            period.until().atOffset(ZoneOffset.UTC),
            Interval.of(0, 0, period.windowDays()),
            period.currency(),
            bought.products(),
            bought.costs(),
            bought.prices(),
            prefixes.toArray(String[]::new),
            useCases.toArray(String[]::new),
            question.last));
  }

  private static Attributed attributed(RowSet<Row> rows) {
    Map<UseCase, Attributed.Part> parts = new EnumMap<>(UseCase.class);
    Attributed.Part all = Attributed.Part.NOTHING;
    for (Row row : rows) {
      Attributed.Part part =
          new Attributed.Part(
              row.getLong("clicks"),
              row.getLong("adds"),
              row.getLong("orders"),
              row.getLong("pieces"),
              row.getLong("paid"),
              row.getLong("margin"),
              row.getLong("uncosted"));
      if (row.getString("use_case").isEmpty()) {
        all = part;
      } else {
        parts.put(UseCase.valueOf(row.getString("use_case")), part);
      }
    }
    return new Attributed(parts, all);
  }

  private static Takings takings(RowSet<Row> rows) {
    Map<Takings.Of, Map<Taking, Sum>> sums = new HashMap<>();
    for (Row row : rows) {
      UseCase useCase = UseCase.valueOf(row.getString("use_case"));
      sums.put(
          new Takings.Of(useCase, row.getString("variant")),
          Map.of(
              Taking.CLICKS, sum(row, "clicks"),
              Taking.CART_ADDS, sum(row, "adds"),
              Taking.CONVERSION, sum(row, "ordered"),
              Taking.REVENUE, sum(row, "paid"),
              Taking.MARGIN, sum(row, "margin")));
    }
    return new Takings(sums);
  }

  private static Sum sum(Row row, String column) {
    BigDecimal total = row.getBigDecimal(column);
    return new Sum(total, row.getBigDecimal(column + "_2"));
  }
}
