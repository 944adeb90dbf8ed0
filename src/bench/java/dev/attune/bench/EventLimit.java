package dev.attune.bench;

import dev.attune.bench.EventEffects.Effect;
import dev.attune.bench.EventEffects.Pair;
import dev.attune.bench.EventEffects.Proof;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Multi-row inserts and upserts that have the same effect as an import, all made before the clock
 * starts: it only sends them, a transaction for each batch, and reads nothing.
 */
final class EventLimit {
  private static final int BATCH = 1_000;

  private static final String EVENTS =
      "insert into bench.event (%s) select %s from unnest(%s) as e(%s) on conflict do nothing"
          .formatted(
              columns(name -> name.split(" ")[0]),
              columns(name -> name.replace(" ", "::")),
              columns(name -> "?::text[]"),
              columns(name -> name.split(" ")[0]));

  private static final String FOLDS =
      """
      insert into bench.fold (owner, version, state)
      select owner, ?, state from unnest(?::text[], ?::bytea[]) as f(owner, state)
      on conflict (owner) do update set version = excluded.version, state = excluded.state
      """;

  private static final String LINKS =
      """
      insert into bench.link (visitor, customer, first_proof, last_proof, evidence)
      select visitor, customer, first_proof, last_proof, 'BENCH'
      from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
        as l(visitor, customer, first_proof, last_proof)
      on conflict (visitor, customer) do update
      set first_proof = least(link.first_proof, excluded.first_proof),
        last_proof = greatest(link.last_proof, excluded.last_proof)
      where link.first_proof > excluded.first_proof or link.last_proof < excluded.last_proof
      """;

  private final Connection connection;

  EventLimit(Connection connection) {
    this.connection = connection;
  }

  Step measure() throws SQLException {
    Copies.create(connection, List.of("event", "fold", "link"));
    List<StoredEvent> events = StoredEvent.all(connection);
    List<List<PreparedStatement>> batches = prepare(events);
    connection.setAutoCommit(false);
    long start = System.nanoTime();
    for (List<PreparedStatement> batch : batches) {
      for (PreparedStatement statement : batch) {
        statement.executeUpdate();
      }
      connection.commit();
    }
    double seconds = Step.secondsSince(start);
    connection.setAutoCommit(true);
    check("event", "*");
    check("fold", "owner, state");
    check("link", "visitor, customer, first_proof, last_proof");
    return Step.of("event limit: upserts", events.size(), seconds);
  }

  private List<List<PreparedStatement>> prepare(List<StoredEvent> events) throws SQLException {
    EventEffects effects = new EventEffects();
    List<List<PreparedStatement>> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += BATCH) {
      List<StoredEvent> batch = events.subList(from, Math.min(from + BATCH, events.size()));
      Effect effect = effects.of(batch);
      List<PreparedStatement> statements = new ArrayList<>();
      statements.add(inserts(batch));
      if (!effect.states().isEmpty()) {
        statements.add(folds(effect, batches.size() + 1));
      }
      if (!effect.proofs().isEmpty()) {
        statements.add(links(effect));
      }
      batches.add(statements);
    }
    return batches;
  }

  private PreparedStatement inserts(List<StoredEvent> batch) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(EVENTS);
    for (int i = 0; i < StoredEvent.COLUMNS.size(); i++) {
      int column = i;
      texts(statement, i + 1, batch.stream().map(row -> row.values()[column]).toList());
    }
    return statement;
  }

  private PreparedStatement folds(Effect effect, long version) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(FOLDS);
    statement.setLong(1, version);
    texts(statement, 2, List.copyOf(effect.states().keySet()));
    byte[][] states = effect.states().values().toArray(byte[][]::new);
    statement.setArray(3, connection.createArrayOf("bytea", states));
    return statement;
  }

  private PreparedStatement links(Effect effect) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(LINKS);
    texts(statement, 1, effect.proofs().keySet().stream().map(Pair::visitor).toList());
    texts(statement, 2, effect.proofs().keySet().stream().map(Pair::customer).toList());
    List<Proof> proofs = List.copyOf(effect.proofs().values());
    times(statement, 3, proofs.stream().map(proof -> proof.first().toString()).toList());
    times(statement, 4, proofs.stream().map(proof -> proof.last().toString()).toList());
    return statement;
  }

  private void texts(
      PreparedStatement statement, int index, List<? extends @Nullable String> column)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf("text", column.toArray(String[]::new)));
  }

  private void times(PreparedStatement statement, int index, List<String> column)
      throws SQLException {
    Object[] texts = column.toArray();
    statement.setArray(index, connection.createArrayOf("timestamptz", texts));
  }

  private void check(String table, String columns) throws SQLException {
    long differences = Copies.differences(connection, table, columns);
    if (differences > 0) {
      System.out.println(
          "The limit is not of the same effect: " + differences + " rows differ in " + table);
    }
  }

  private static String columns(UnaryOperator<String> text) {
    return StoredEvent.COLUMNS.stream().map(text).collect(Collectors.joining(", "));
  }
}
