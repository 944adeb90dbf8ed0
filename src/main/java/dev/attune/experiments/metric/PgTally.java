package dev.attune.experiments.metric;

import dev.attune.experiments.metric.Measured.Group;
import dev.attune.experiments.metric.Measured.OfVariant;
import dev.attune.experiments.metric.Measured.Orders;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.statistics.Sums;
import dev.attune.experiments.trial.Yardstick;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the sums that the store answers; a yardstick without a row is one of zeros. */
final class PgTally {
  private final Map<String, Map<LocalDate, Day>> days = new HashMap<>();
  private Orders orders = new Orders(0, 0, 0);

  private PgTally() {}

  static Measured nothing() {
    return new PgTally().measured();
  }

  static Measured of(RowSet<Row> rows) {
    PgTally tally = new PgTally();
    rows.forEach(tally::add);
    return tally.measured();
  }

  private static final class Day {
    private long units;
    private long ripe;
    private long crossed;
    private final Map<Yardstick, Row> rows = new EnumMap<>(Yardstick.class);
    private @Nullable Row regulars;
  }

  private void add(Row row) {
    String kind = row.getString("yardstick");
    if (kind.equals("ORDERS")) {
      orders = new Orders(row.getLong("units"), row.getLong("ripe"), row.getLong("crossed"));
      return;
    }
    Day day =
        days.computeIfAbsent(row.getString("variant"), variant -> new TreeMap<>())
            .computeIfAbsent(row.getLocalDate("day"), date -> new Day());
    if (kind.equals("EXPOSED")) {
      day.units = row.getLong("units");
      day.ripe = row.getLong("ripe");
      day.crossed = row.getLong("crossed");
    } else if (kind.equals("REGULARS")) {
      day.regulars = row;
    } else {
      day.rows.put(Yardstick.valueOf(kind), row);
    }
  }

  private Measured measured() {
    Map<String, OfVariant> variants = new HashMap<>();
    days.forEach((variant, dates) -> variants.put(variant, ofVariant(dates)));
    return new Measured(variants, orders);
  }

  private static OfVariant ofVariant(Map<LocalDate, Day> dates) {
    TreeMap<LocalDate, Map<Yardstick, Moments>> moments = new TreeMap<>();
    long units = 0;
    long ripe = 0;
    long crossed = 0;
    for (Map.Entry<LocalDate, Day> date : dates.entrySet()) {
      Day day = date.getValue();
      units += day.units;
      ripe += day.ripe;
      crossed += day.crossed;
      Map<Yardstick, Moments> all = new EnumMap<>(Yardstick.class);
      for (Yardstick yardstick : Yardstick.values()) {
        all.put(yardstick, moments(day, yardstick));
      }
      moments.put(date.getKey(), all);
    }
    return new OfVariant(units, ripe, crossed, moments, groups(dates.values()));
  }

  private static Map<Group, Moments> groups(Collection<Day> days) {
    Moments before = Moments.NONE;
    Moments others = Moments.NONE;
    for (Day day : days) {
      @Nullable Row regulars = day.regulars;
      @Nullable Row all = day.rows.get(Yardstick.REVENUE);
      long bought = regulars == null ? 0 : regulars.getLong("units");
      BigDecimal sum = sum(regulars, "v");
      BigDecimal squares = sum(regulars, "vv");
      before = before.merge(taken(bought, sum, squares));
      others =
          others.merge(
              taken(
                  day.ripe - bought,
                  sum(all, "v").subtract(sum),
                  sum(all, "vv").subtract(squares)));
    }
    return Map.of(Group.BOUGHT_BEFORE, before, Group.OTHERS, others);
  }

  private static Moments taken(long units, BigDecimal sum, BigDecimal squares) {
    BigDecimal none = BigDecimal.ZERO;
    return new Sums(
            units,
            new Sums.Totals(sum, none, none),
            new Sums.Products(squares, none, none, none, none, none))
        .moments();
  }

  private static Moments moments(Day day, Yardstick yardstick) {
    Row row = day.rows.get(yardstick);
    if (row == null) {
      Moments.Means none = new Moments.Means(0, 0, 0);
      return new Moments(day.ripe, none, new Moments.Squares(0, 0, 0, 0, 0, 0));
    }
    return new Sums(
            day.ripe,
            new Sums.Totals(sum(row, "v"), sum(row, "b"), sum(row, "p")),
            new Sums.Products(
                sum(row, "vv"),
                sum(row, "bb"),
                sum(row, "pp"),
                sum(row, "vb"),
                sum(row, "vp"),
                sum(row, "bp")))
        .moments();
  }

  private static BigDecimal sum(@Nullable Row row, String column) {
    return row == null ? BigDecimal.ZERO : row.getBigDecimal(column);
  }
}
