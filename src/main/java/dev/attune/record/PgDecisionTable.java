package dev.attune.record;

import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.ErasureBarrier;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Tombstones;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The table of decisions: one statement for a batch, one for a look. */
@ApplicationScoped
class PgDecisionTable implements PersonalData {
  private static final String INSERT =
      """
      insert into decision (owner, id, slot, decided_at, basis, body)
      select owner, id, slot, decided_at, basis, body from unnest(
        $1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::bytea[],
        $7::bytea[]) as d(owner, id, slot, decided_at, basis, body, owner_hash)
      where not exists (
        select from tombstone t where t.key_hash = d.owner_hash and d.decided_at < t.erased_at)
      and not exists (
        select from tombstone_visit v
        where v.key_hash = d.owner_hash and d.decided_at between v.first and v.last)
      on conflict do nothing
      """;
  private static final String FIND = "select body from decision where id = $1";

  private static final String PERSONS = "where " + Person.owns("d.owner", "d.decided_at");
  private static final String ERASE = "delete from decision d\n" + PERSONS;
  private static final String EXPORT =
      "select d.body from decision d\n" + PERSONS + "order by d.id";

  private final Pool pool;
  private final Tombstones tombstones;

  PgDecisionTable(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Tombstones tombstones) {
    this.pool = pool;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> tables() {
    return Set.of("decision");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(EXPORT)
        .execute(person.columns())
        .map(PgDecisionTable::exported);
  }

  private static List<Exported> exported(RowSet<Row> rows) {
    List<Exported> decisions = new ArrayList<>();
    for (Row row : rows) {
      byte[] json = DecisionJson.write(DecisionJson.unpack(row.getBuffer(0).getBytes()));
      decisions.add(new Exported("decision", new String(json, StandardCharsets.UTF_8)));
    }
    return decisions;
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(person.columns())
        .map(gone -> Erased.of("decision", gone.rowCount()));
  }

  /**
   * Durable once the answer is there; decisions that the table has already stay as they are, and
   * those for somebody who was erased since are not kept.
   */
  Uni<Void> write(Batch batch) {
    Tuple columns =
        Tuple.from(
            List.of(
                batch.owners(),
                batch.ids(),
                batch.slots(),
                batch.times(),
                batch.bases(),
                batch.bodies(),
                hashes(batch.owners())));
    return pool.withTransaction(
        connection ->
            ErasureBarrier.enter(connection)
                .chain(() -> connection.preparedQuery(INSERT).execute(columns))
                .replaceWithVoid());
  }

  private Buffer[] hashes(String[] owners) {
    return Arrays.stream(owners)
        .map(owner -> Buffer.buffer(tombstones.hash(owner)))
        .toArray(Buffer[]::new);
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
