package dev.attune.events.log;

import dev.attune.events.EventLog;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.SignalsJson;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.platform.work.Pace;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log in PostgreSQL. Sorted, it is read through a cursor; gathered, in the order in which it
 * lies there. Events at the same instant go by a hash of their message ids, which the store can
 * tell without handing over the ids, and without sorting.
 */
@ApplicationScoped
@Priority(PgEventLog.BEFORE_WHAT_IS_MADE_FROM_IT)
class PgEventLog implements EventLog, PersonalData {
  static final int BEFORE_WHAT_IS_MADE_FROM_IT = 100;

  private static final int FETCHED_AT_ONCE = 1_000;

  /** Each slice reads again what the index on times has not summed up yet: few of them. */
  private static final Duration SLICE = Duration.ofSeconds(10);

  private static final int MOST_SLICES = 20;

  private static final String EVENTS =
      """
      select coalesce(customer, origin), happened_at, hashtext(message_id), signals
      from event
      where traffic = 'SHOPPER' and personalize and happened_at >= ? and received_at <= ?
      """;

  private static final String LATELY = EVENTS + "and received_at > ?\n";

  private static final String PART = LATELY + "and happened_at < ?\n";

  private static final String SORTED = LATELY + "order by 1, 2, 3, message_id";

  /** What went in, changed and went away, as the server counts it all along. */
  private static final String STATE =
      """
      select n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables
      where relid = 'event'::regclass
      """;

  /** Never what another customer was proven to have done, whatever the device. */
  private static final String PERSONS =
      "where e.customer = any ($1::text[]) or e.customer is null and "
          + Person.owns("e.origin", "e.happened_at");

  private static final String ERASE = "delete from event e\n" + PERSONS;

  private static final String EXPORT =
      "select (to_jsonb(e) - 'names')::text from event e\n" + PERSONS + "order by e.happened_at";

  private final javax.sql.DataSource store;
  private final Clock clock;

  PgEventLog(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Set<String> tables() {
    return Set.of("event");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(EXPORT)
        .execute(person.columns())
        .map(rows -> Exported.rows("event", rows));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(person.columns())
        .map(gone -> Erased.of("event", gone.rowCount()));
  }

  @Override
  public void read(Instant since, Received received, Consumer<LoggedEvent> reader) {
    RepeatedOrders orders = new RepeatedOrders();
    streamed(
        SORTED,
        since,
        received,
        event -> {
          if (!orders.repeats(event)) {
            reader.accept(event);
          }
        });
  }

  /**
   * All of the log goes page by page, some pages in a transaction of their own, so that no snapshot
   * holds back the cleaning of tables while it rests; what came in lately, or happened since an
   * instant, by the indexes that know times, in slices of that time, for the same reason.
   */
  @Override
  public void gather(Instant since, Received received, Pace pace, Consumer<LoggedEvent> reader) {
    Consumer<LoggedEvent> paced =
        event -> {
          reader.accept(event);
          pace.step();
        };
    if (received.fromTheFirst() && since.equals(Instant.EPOCH)) {
      pages(since, received, pace, paced);
    } else if (received.fromTheFirst()) {
      parts(since, received, pace, paced);
    } else {
      for (Received slice : slices(received)) {
        streamed(LATELY, since, slice, paced);
      }
    }
  }

  /** A twentieth of the time until now each; when an event happened never changes. */
  private void parts(Instant since, Received received, Pace pace, Consumer<LoggedEvent> reader) {
    Duration all = Duration.between(since, clock.instant());
    Duration part = all.isNegative() ? Duration.ZERO : all.dividedBy(MOST_SLICES);
    for (int i = 0; i < MOST_SLICES; i++) {
      Instant to = since.plus(part.multipliedBy(i + 1));
      Instant before = i + 1 < MOST_SLICES ? to : Received.EVER.upTo();
      streamed(PART, since.plus(part.multipliedBy(i)), before, received, reader);
      pace.rest();
    }
  }

  /** Ten seconds each, or a twentieth where that is more. */
  private static List<Received> slices(Received received) {
    Duration part = Duration.between(received.after(), received.upTo()).dividedBy(MOST_SLICES);
    Duration slice = part.compareTo(SLICE) > 0 ? part : SLICE;
    List<Received> slices = new ArrayList<>();
    Instant from = received.after();
    while (from.isBefore(received.upTo())) {
      Instant to = from.plus(slice).isBefore(received.upTo()) ? from.plus(slice) : received.upTo();
      slices.add(new Received(from, to));
      from = to;
    }
    return slices;
  }

  private void pages(Instant since, Received received, Pace pace, Consumer<LoggedEvent> reader) {
    try (Connection connection = store.getConnection()) {
      PgLogTurns.reading(connection);
      try {
        for (PgPages pages : PgPages.of(connection, "event")) {
          try (PreparedStatement statement = connection.prepareStatement(EVENTS + pages.within())) {
            bind(statement, since, received);
            rows(statement, reader);
          }
          pace.rest();
        }
      } finally {
        PgLogTurns.read(connection);
      }
    } catch (SQLException broken) {
      throw unread(broken);
    }
  }

  private void streamed(
      String sql, Instant since, Received received, Consumer<LoggedEvent> reader) {
    streamed(sql, since, null, received, reader);
  }

  /**
   * @param before when an event happened at the latest, where the statement asks for it
   */
  private void streamed(
      String sql,
      Instant since,
      @Nullable Instant before,
      Received received,
      Consumer<LoggedEvent> reader) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        bind(statement, since, received);
        statement.setObject(3, received.after().atOffset(ZoneOffset.UTC));
        if (before != null) {
          statement.setObject(4, before.atOffset(ZoneOffset.UTC));
        }
        rows(statement, reader);
      } finally {
        connection.rollback();
      }
    } catch (SQLException broken) {
      throw unread(broken);
    }
  }

  private static void bind(PreparedStatement statement, Instant since, Received received)
      throws SQLException {
    statement.setObject(1, since.atOffset(ZoneOffset.UTC));
    statement.setObject(2, received.upTo().atOffset(ZoneOffset.UTC));
  }

  private static void rows(PreparedStatement statement, Consumer<LoggedEvent> reader)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.accept(
            new LoggedEvent(
                rows.getString(1),
                rows.getObject(2, OffsetDateTime.class).toInstant(),
                rows.getInt(3),
                SignalsJson.read(rows.getString(4))));
      }
    }
  }

  @Override
  public long state() {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(STATE);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw unread(broken);
    }
  }

  private static IllegalStateException unread(SQLException broken) {
    return new IllegalStateException("The log cannot be read", broken);
  }

  /**
   * Finds orders that were told of twice under different message ids, as a reloaded thank-you page
   * does; events must come by owner.
   */
  private static final class RepeatedOrders {
    private final Set<String> seen = new HashSet<>();
    private String owner = "";

    /** Whether this event tells of an order of its owner that an event before told of. */
    boolean repeats(LoggedEvent event) {
      if (!event.owner().equals(owner)) {
        owner = event.owner();
        seen.clear();
      }
      for (Signal signal : event.signals()) {
        if (signal.kind() == Signal.Kind.ORDER) {
          return !seen.add(signal.subject());
        }
      }
      return false;
    }
  }
}
