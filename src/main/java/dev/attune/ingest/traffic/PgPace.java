package dev.attune.ingest.traffic;

import dev.attune.events.EventLog.Received;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Touching;
import dev.attune.platform.work.Pace;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures the pace of visitors in the log: first of all of them, reading the log as it lies and at
 * rest two thirds of the time, then exactly of those few who may have been too fast.
 */
@ApplicationScoped
class PgPace {
  private static final int FETCHED_AT_ONCE = 1_000;
  private static final Duration AHEAD = Duration.ofHours(1);

  /**
   * Of the time that is looked at: nine minutes each unless configured. Each reads again what the
   * index on times has not summed up yet, so there are few.
   */
  private static final int PARTS = 20;

  /**
   * Of live events only; whoever is proven to be a customer is a person. Clocks may run ahead by
   * less than an hour: what came in before is not looked at.
   */
  private static final String LIVE =
      """
      traffic <> 'STAFF' and customer is null
          and origin like 'visitor:%' and source <> 'history'
          and received_at < happened_at + interval '1 hour'
      """;

  private static final String LATELY =
      """
      select origin, happened_at from event
      where received_at > ? and received_at <= ? and happened_at >= ? and %s
      """
          .formatted(LIVE);

  /** The number of an advisory lock that nothing else uses: two replicas follow each other. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(" + 0x41747475_6e65_02L + ")";

  private static final String FLAG =
      """
      with minute as (
        select origin from event
        where origin = any ($4::text[]) and happened_at >= $1 and %s
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
      """
          .formatted(LIVE);

  private final javax.sql.DataSource store;

  PgPace(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  /** What marks events of machines as a bot's: it touches their origins. */
  Uni<Touching> flagging(Instant since, PaceSettings settings) {
    return Uni.createFrom()
        .item(() -> hasty(since, settings))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(hasty -> connection -> flag(connection, hasty, since, settings));
  }

  private static Uni<Set<String>> flag(
      SqlConnection connection, Set<String> hasty, Instant since, PaceSettings settings) {
    if (hasty.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Tuple values =
        Tuple.of(
            since.atOffset(ZoneOffset.UTC),
            settings.perMinute(),
            settings.minutes(),
            hasty.toArray(String[]::new));
    return connection
        .query(ONE_AT_A_TIME)
        .execute()
        .chain(() -> connection.preparedQuery(FLAG).execute(values))
        .map(
            rows -> {
              Set<String> origins = new TreeSet<>();
              for (Row row : rows) {
                origins.add(row.getString(0));
              }
              return origins;
            });
  }

  /**
   * All who were too fast in some minute, and maybe others. A part of the time is a transaction of
   * its own: while this rests, a snapshot of all would hold back the cleaning of folds.
   */
  private Set<String> hasty(Instant since, PaceSettings settings) {
    BusyMinutes minutes = new BusyMinutes(settings.perMinute());
    Pace pace = Pace.calm();
    Duration part = settings.within().plus(AHEAD).dividedBy(PARTS);
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < PARTS; i++) {
        Instant from = since.minus(AHEAD).plus(part.multipliedBy(i));
        Instant to = i + 1 < PARTS ? from.plus(part) : Received.EVER.upTo();
        read(connection, new Received(from, to), since, minutes, pace);
        pace.rest();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("The log cannot be read", broken);
    }
    return minutes.busy();
  }

  private static void read(
      Connection connection, Received received, Instant since, BusyMinutes minutes, Pace pace)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LATELY)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      statement.setObject(1, received.after().atOffset(ZoneOffset.UTC));
      statement.setObject(2, received.upTo().atOffset(ZoneOffset.UTC));
      statement.setObject(3, since.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          minutes.add(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant());
          pace.step();
        }
      }
    } finally {
      connection.rollback();
    }
  }
}
