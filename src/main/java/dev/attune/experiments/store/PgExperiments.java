package dev.attune.experiments.store;

import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.StaleVersion;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The table of experiments: writers take turns, and every write is audited in its transaction. */
@ApplicationScoped
class PgExperiments {
  private static final String READ =
      """
      select v.version, e.id, e.version as written, e.body::text as body
      from experiment_version v left join experiment e on true order by e.id
      """;
  private static final String TAKE_TURN =
      "update experiment_version set version = version + 1 returning version";

  /** Nobody archives a segment that an experiment is just started for. */
  private static final String HOLD_MERCHANDISE =
      "select version from merchandise_version for share";

  private static final String GONE =
      """
      select wanted from unnest($1::text[]) as wanted where not exists (
        select from segment where id = wanted and live and archived_at is null)
      """;
  private static final String STORED =
      "select version, body::text as body from experiment where id = $1";
  private static final String PUT =
      """
      insert into experiment (id, version, body) values ($1, $2, $3::text::jsonb)
      on conflict (id) do update set version = excluded.version, body = excluded.body
      """;
  private static final String AUDIT =
      """
      insert into merchandise_audit (at, who, what, subject, before, after)
      values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb)
      """;
  private static final String ANNOUNCE = "select pg_notify('experiments_changed', $1)";

  private final Pool pool;

  PgExperiments(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool) {
    this.pool = pool;
  }

  Uni<ExperimentBook> read() {
    return pool.query(READ).execute().map(PgExperiments::book);
  }

  private static ExperimentBook book(RowSet<Row> rows) {
    List<Definition> definitions = new ArrayList<>();
    long version = 0;
    for (Row row : rows) {
      version = row.getLong("version");
      if (row.getString("body") != null) {
        legible(row).ifPresent(definitions::add);
      }
    }
    return ExperimentBook.of(version, definitions);
  }

  /** One that cannot be read, such as one of another release, keeps no other from running. */
  private static Optional<Definition> legible(Row row) {
    try {
      return Optional.of(DefinitionJson.read(row.getString("body")).at(row.getInteger("written")));
    } catch (UncheckedIOException illegible) {
      Log.errorf("The experiment %s is left out: %s", row.getString("id"), illegible.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Writes one, when it is this writer's turn.
   *
   * @param seen told of all that others wrote before, so that the change may look at it
   */
  Uni<Definition> write(
      Experiments.Write write,
      Definition fresh,
      UnaryOperator<Definition> change,
      Consumer<ExperimentBook> seen) {
    return pool.withTransaction(
        connection ->
            connection
                .query(HOLD_MERCHANDISE)
                .execute()
                .chain(() -> connection.query(TAKE_TURN).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(
                    turn ->
                        connection
                            .query(READ)
                            .execute()
                            .map(PgExperiments::book)
                            .invoke(book -> seen.accept(book.before()))
                            .chain(
                                () ->
                                    connection.preparedQuery(STORED).execute(Tuple.of(write.id())))
                            .map(PgExperiments::stored)
                            .chain(was -> put(connection, write, was, change.apply(or(was, fresh))))
                            .call(() -> announce(connection, turn))));
  }

  private static Definition or(@Nullable Definition stored, Definition fresh) {
    return stored == null ? fresh : stored;
  }

  private static @Nullable Definition stored(RowSet<Row> rows) {
    for (Row row : rows) {
      return DefinitionJson.read(row.getString("body")).at(row.getInteger("version"));
    }
    return null;
  }

  private static Uni<Void> announce(SqlConnection connection, long turn) {
    return connection
        .preparedQuery(ANNOUNCE)
        .execute(Tuple.of(Long.toString(turn)))
        .replaceWithVoid();
  }

  /** What starts is for segments that there are. */
  private static Uni<Void> starting(
      SqlConnection connection, @Nullable Definition was, Definition next) {
    if (!next.running() || (was != null && was.running()) || next.scope().segments().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(GONE)
        .execute(Tuple.of(next.scope().segments().toArray(String[]::new)))
        .invoke(
            rows -> {
              for (Row row : rows) {
                throw new AttuneException(
                    ErrorCode.UNKNOWN_ID, "segments", "There is no '" + row.getString(0) + "'");
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Definition> put(
      SqlConnection connection,
      Experiments.Write write,
      @Nullable Definition was,
      Definition changed) {
    int present = was == null ? 0 : was.version();
    if (present != write.expected()) {
      throw new StaleVersion(write.id(), present, write.expected());
    }
    Definition next = changed.at(present + 1);
    String json = DefinitionJson.write(next);
    Tuple line =
        Tuple.from(
            Arrays.asList(
                write.at().atOffset(ZoneOffset.UTC),
                write.who(),
                write.what(),
                write.id(),
                was == null ? null : DefinitionJson.write(was),
                json));
    return starting(connection, was, next)
        .chain(
            () -> connection.preparedQuery(PUT).execute(Tuple.of(write.id(), next.version(), json)))
        .chain(() -> connection.preparedQuery(AUDIT).execute(line))
        .replaceWith(next);
  }
}
