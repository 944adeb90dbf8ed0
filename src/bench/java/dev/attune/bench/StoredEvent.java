package dev.attune.bench;

import dev.attune.events.Signal;
import dev.attune.events.SignalsJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param values of {@link #COLUMNS} as PostgreSQL writes them
 */
record StoredEvent(
    @Nullable String[] values,
    String origin,
    @Nullable String customer,
    Instant happenedAt,
    boolean folded,
    List<Signal> signals) {
  static final List<String> COLUMNS =
      List.of(
          "origin text",
          "message_id text",
          "type text",
          "happened_at timestamptz",
          "received_at timestamptz",
          "customer text",
          "traffic text",
          "personalize boolean",
          "signals jsonb",
          "decision_id text",
          "position integer",
          "source text",
          "clamped boolean",
          "body text",
          "names bigint[]");

  private static final int FETCH = 5_000;
  private static final String SELECT =
      """
      select origin, message_id, type, happened_at::text, received_at::text, customer, traffic,
        personalize::text, signals::text, decision_id, position::text, source, clamped::text, body,
        names::text, (extract(epoch from happened_at) * 1000)::bigint, personalize and traffic <> 'BOT'
      from public.event order by ctid
      """;

  /** All of them as they were appended. */
  static List<StoredEvent> all(Connection connection) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(SELECT)) {
        while (rows.next()) {
          events.add(of(rows));
        }
      }
    }
    connection.commit();
    return events;
  }

  private static StoredEvent of(ResultSet row) throws SQLException {
    @Nullable String[] values = new String[COLUMNS.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getString(i + 1);
    }
    return new StoredEvent(
        values,
        row.getString("origin"),
        row.getString("customer"),
        Instant.ofEpochMilli(row.getLong(16)),
        row.getBoolean(17),
        SignalsJson.read(row.getString("signals")));
  }
}
