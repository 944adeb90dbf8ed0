package dev.attune.events;

import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The log in PostgreSQL, read through a cursor. */
@ApplicationScoped
@Priority(PgEventLog.BEFORE_WHAT_IS_MADE_FROM_IT)
class PgEventLog implements EventLog, PersonalData {
  static final int BEFORE_WHAT_IS_MADE_FROM_IT = 100;

  private static final int FETCHED_AT_ONCE = 2_000;
  private static final String READ =
      """
      select coalesce(customer, origin), happened_at, signals
      from event
      where traffic = 'SHOPPER' and personalize and happened_at >= ?
        and received_at > ? and received_at <= ?
      order by 1, 2, message_id
      """;

  /** Never what another customer was proven to have done, whatever the device. */
  private static final String PERSONS =
      """
      where e.customer = any ($1::text[])
        or (e.origin = any ($1::text[]) and e.customer is null)
        or (e.origin = any ($2::text[]) and e.customer is null and exists (
          select from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
            as v(device, first, last)
          where v.device = e.origin and e.happened_at between v.first and v.last))
      """;

  private static final String ERASE = "delete from event e\n" + PERSONS;

  private static final String EXPORT =
      "select to_jsonb(e)::text from event e\n" + PERSONS + "order by e.happened_at";

  private final javax.sql.DataSource store;

  PgEventLog(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store) {
    this.store = store;
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
  public Uni<Void> erase(SqlConnection connection, Person person) {
    return connection.preparedQuery(ERASE).execute(person.columns()).replaceWithVoid();
  }

  @Override
  public void read(Instant since, Received received, Consumer<LoggedEvent> reader) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(READ)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setObject(1, since.atOffset(ZoneOffset.UTC));
        statement.setObject(2, received.after().atOffset(ZoneOffset.UTC));
        statement.setObject(3, received.upTo().atOffset(ZoneOffset.UTC));
        read(statement, reader);
      } finally {
        connection.rollback();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("The log cannot be read", broken);
    }
  }

  private static void read(PreparedStatement statement, Consumer<LoggedEvent> reader)
      throws SQLException {
    RepeatedOrders orders = new RepeatedOrders();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Instant happenedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
        LoggedEvent event =
            new LoggedEvent(rows.getString(1), happenedAt, SignalsJson.read(rows.getString(3)));
        if (!orders.repeats(event)) {
          reader.accept(event);
        }
      }
    }
  }

  @Override
  public long count() {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement("select count(*) from event");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw new IllegalStateException("The log cannot be counted", broken);
    }
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
