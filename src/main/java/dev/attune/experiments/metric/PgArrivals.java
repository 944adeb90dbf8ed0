package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.store.Definition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who came in the last weeks, and into which markets as far as their events tell.
 *
 * @param all who came, each once
 * @param told of whom an event tells a market; all, where none is asked for
 * @param inside who were in one of the markets that are asked for
 */
record PgArrivals(long all, long told, long inside) {
  /** What is about goods tells the market, if the shop says it: one look at each event suffices. */
  private static final String CAME =
      """
      select count(*), count(*) filter (where told), count(*) filter (where inside) from (
        select bool_or(cardinality($3::text[]) = 0 or signals @> '[["MARKET"]]') as told,
          bool_or(cardinality($3::text[]) = 0 or signals @> any ($3::text[]::jsonb[])) as inside
        from event
        where traffic = 'SHOPPER' and happened_at >= $1 and happened_at < $2
        group by coalesce(customer, origin)) person
      """;

  /** Of those whom an experiment is for. */
  static Uni<PgArrivals> of(SqlConnection connection, Definition definition, Instant before) {
    return connection
        .preparedQuery(CAME)
        .execute(
            Tuple.of(
                before.minus(PgOutcomes.PERIOD).atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC),
                markets(definition)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new PgArrivals(row.getLong(0), row.getLong(1), row.getLong(2));
            });
  }

  /** What signals of the markets that it is for contain, in JSON; nothing where it is for all. */
  static String[] markets(Definition definition) {
    return definition.scope().markets().stream()
        .map("[[\"MARKET\",\"%s\"]]"::formatted)
        .toArray(String[]::new);
  }

  /** What signals of those contain whom power rests on: of all, where nobody told a market. */
  String[] rehearsed(Definition definition) {
    return told == 0 ? new String[0] : markets(definition);
  }

  /**
   * Where nobody told a market everybody counts; else who told none is spread like who did, and did
   * nothing that is counted, for what is about goods would have told it.
   *
   * @param shoppers of those whom {@link #rehearsed} picks
   */
  Baseline baseline(@Nullable Moments shoppers) {
    double days = PgOutcomes.PERIOD.toDays();
    if (told == 0) {
      return new Baseline(all / days, 0, shoppers);
    }
    double silent = (double) (all - told) / told;
    return new Baseline(
        inside * (1 + silent) / days,
        (double) told / all,
        shoppers == null ? null : shoppers.merge(idle(Math.round(shoppers.units() * silent))));
  }

  private static Moments idle(long units) {
    return new Moments(units, Moments.NONE.means(), Moments.NONE.squares());
  }
}
