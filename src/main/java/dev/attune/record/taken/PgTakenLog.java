package dev.attune.record.taken;

import dev.attune.events.Signal;
import dev.attune.events.SignalsJson;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.record.DecisionJson;
import dev.attune.record.RecordedDecision;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Joins decisions with the events that name them, in PostgreSQL. */
@ApplicationScoped
class PgTakenLog implements TakenLog {
  private static final int FETCHED_AT_ONCE = 500;

  private static final Set<Signal.Kind> TAKES =
      EnumSet.of(Signal.Kind.CLICK, Signal.Kind.VIEW, Signal.Kind.CART_ADD, Signal.Kind.BUY);

  private static final String READ =
      """
      select d.id, d.body, e.signals
      from decision d
        join event e on e.decision_id = any (array[d.id collate "default",
            'gid://attune/Decision/' || d.id collate "default"])
      where d.slot = ? and d.decided_at >= ? and e.traffic = 'SHOPPER' and e.personalize
      order by d.id desc, e.happened_at
      """;

  private final javax.sql.DataSource store;

  @Inject
  PgTakenLog(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  @Override
  public void read(String slot, Instant since, int most, Consumer<Taken> reader) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(READ)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setString(1, slot);
        statement.setObject(2, since.atOffset(ZoneOffset.UTC));
        try (ResultSet rows = statement.executeQuery()) {
          read(rows, most, reader);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The log of decisions cannot be read"),
          failed);
    }
  }

  /** Of a decision's events the first that names something it showed is told. */
  private static void read(ResultSet rows, int most, Consumer<Taken> reader) throws SQLException {
    String told = "";
    int count = 0;
    while (count < most && rows.next()) {
      if (!rows.getString(1).equals(told)) {
        RecordedDecision decision = DecisionJson.unpack(rows.getBytes(2));
        int place = place(decision, rows.getString(3));
        if (place >= 0) {
          told = decision.id();
          count++;
          reader.accept(new Taken(decision, place));
        }
      }
    }
  }

  private static int place(RecordedDecision decision, String signals) {
    for (Signal signal : SignalsJson.read(signals)) {
      for (int i = 0; TAKES.contains(signal.kind()) && i < decision.answer().size(); i++) {
        if (decision.answer().get(i).local().equals(signal.subject())) {
          return i;
        }
      }
    }
    return -1;
  }
}
