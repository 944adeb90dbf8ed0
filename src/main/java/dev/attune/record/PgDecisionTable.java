package dev.attune.record;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of decisions: one statement for a batch, one for a look. */
@ApplicationScoped
class PgDecisionTable {
  private static final String INSERT =
      """
      insert into decision (owner, id, slot, decided_at, basis, body)
      select * from unnest(
        $1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::bytea[])
      on conflict do nothing
      """;
  private static final String FIND = "select body from decision where id = $1";

  private final Pool pool;

  PgDecisionTable(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  /** Durable once the answer is there; decisions that the table has already stay as they are. */
  Uni<Void> write(Batch batch) {
    Tuple columns =
        Tuple.from(
            List.of(
                batch.owners(),
                batch.ids(),
                batch.slots(),
                batch.times(),
                batch.bases(),
                batch.bodies()));
    return pool.preparedQuery(INSERT).execute(columns).replaceWithVoid();
  }

  Uni<Optional<RecordedDecision>> find(String id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PgDecisionTable::first);
  }

  private static Optional<RecordedDecision> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(DecisionJson.unpack(row.getBuffer(0).getBytes()));
    }
    return Optional.empty();
  }

  /** Decisions as columns. */
  record Batch(
      String[] owners,
      String[] ids,
      String[] slots,
      OffsetDateTime[] times,
      String[] bases,
      Buffer[] bodies) {

    static Batch of(List<RecordedDecision> decisions) {
      return new Batch(
          texts(decisions, decision -> decision.owner() == null ? "" : decision.owner()),
          texts(decisions, RecordedDecision::id),
          texts(decisions, decision -> decision.question().slot()),
          decisions.stream()
              .map(decision -> decision.at().atOffset(ZoneOffset.UTC))
              .toArray(OffsetDateTime[]::new),
          texts(decisions, decision -> decision.basis().name()),
          decisions.stream()
              .map(decision -> Buffer.buffer(DecisionJson.pack(decision)))
              .toArray(Buffer[]::new));
    }

    private static String[] texts(
        List<RecordedDecision> decisions, Function<RecordedDecision, String> column) {
      return decisions.stream().map(column).toArray(String[]::new);
    }
  }
}
