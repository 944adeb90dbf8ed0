package dev.attune.ingest;

import dev.attune.events.SignalsJson;
import dev.attune.ingest.PgFolds.Stored;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Touching;
import dev.attune.platform.database.Transactions;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.fold.FoldCodec;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Refolds by chunks of owners. A chunk's folds are locked before its events are read, so what comes
 * in meanwhile waits and is then added to the new state.
 */
@ApplicationScoped
class PgRefold implements Refold {
  private static final int OWNERS_AT_ONCE = 500;

  private static final String MAKE_ALL =
      """
      insert into fold (owner, version, state)
      select owner, 0, '' from (
        select coalesce(customer, origin) as owner from event
        where personalize and traffic <> 'BOT'
        union
        select origin from event
        where personalize and traffic <> 'BOT' and customer is not null
          and origin like 'visitor:%') as owners
      where not exists (select from fold f where f.owner = owners.owner)
      order by owner
      on conflict do nothing
      """;

  private static final String LOCK_NEXT =
      "select owner, state from fold where owner > $1 order by owner limit $2 for update";

  private static final String EVENTS =
      """
      select origin, customer, happened_at, signals::text from event
      where (origin = any ($1::text[]) or customer = any ($1::text[]))
        and personalize and traffic <> 'BOT'
      """;

  private final Pool pool;

  /** Where a chunk ended, and what came of it. */
  private record Chunk(String last, Report report) {}

  PgRefold(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Report> run(String after, Consumer<Progress> told) {
    Progress begun = new Progress(after, new Report(0, 0, 0));
    return pool.preparedQuery(MAKE_ALL).execute().chain(() -> from(begun, told));
  }

  @Override
  public Uni<Set<String>> after(Touching change) {
    return Transactions.in(
        pool, connection -> change.write(connection).call(owners -> again(connection, owners)));
  }

  private static Uni<Void> again(SqlConnection connection, Set<String> owners) {
    return owners.isEmpty()
        ? Uni.createFrom().voidItem()
        : PgFolds.lock(connection, owners)
            .chain(rows -> refoldAll(connection, "", rows))
            .replaceWithVoid();
  }

  private Uni<Report> from(Progress before, Consumer<Progress> told) {
    return Transactions.in(pool, connection -> chunk(connection, before.last()))
        .chain(
            chunk -> {
              Report soFar = before.report().plus(chunk.report);
              if (chunk.report.owners() == 0) {
                return Uni.createFrom().item(soFar);
              }
              Progress now = new Progress(chunk.last, soFar);
              told.accept(now);
              return from(now, told);
            });
  }

  private static Uni<Chunk> chunk(SqlConnection connection, String after) {
    return connection
        .preparedQuery(LOCK_NEXT)
        .execute(Tuple.of(after, OWNERS_AT_ONCE))
        .chain(rows -> refoldAll(connection, after, rows));
  }

  private static Uni<Chunk> refoldAll(SqlConnection connection, String after, RowSet<Row> rows) {
    List<Stored> stored = new ArrayList<>();
    for (Row row : rows) {
      stored.add(new Stored(row.getString(0), row.getBuffer(1).getBytes()));
    }
    return stored.isEmpty()
        ? Uni.createFrom().item(new Chunk(after, new Report(0, 0, 0)))
        : refold(connection, stored);
  }

  private static Uni<Chunk> refold(SqlConnection connection, List<Stored> stored) {
    String[] owners = stored.stream().map(Stored::owner).toArray(String[]::new);
    return events(connection, List.of(owners))
        .chain(
            rows -> {
              List<Stored> changed = changed(stored, changes(rows));
              Report report = new Report(owners.length, rows.size(), changed.size());
              Chunk chunk = new Chunk(owners[owners.length - 1], report);
              return changed.isEmpty()
                  ? Uni.createFrom().item(chunk)
                  : PgFolds.store(connection, changed).replaceWith(chunk);
            });
  }

  /** What the log has for these owners, maybe for others on their devices too. */
  static Uni<Changes> read(SqlConnection connection, Collection<String> owners) {
    return events(connection, owners).map(PgRefold::changes);
  }

  private static Uni<RowSet<Row>> events(SqlConnection connection, Collection<String> owners) {
    return connection.preparedQuery(EVENTS).execute(PgValues.texts(owners));
  }

  private static Changes changes(RowSet<Row> rows) {
    Changes changes = new Changes();
    for (Row row : rows) {
      changes.add(
          row.getString(0),
          row.getString(1),
          row.getOffsetDateTime(2).toInstant(),
          SignalsJson.read(row.getString(3)));
    }
    return changes;
  }

  private static List<Stored> changed(List<Stored> stored, Changes changes) {
    List<Stored> changed = new ArrayList<>();
    for (Stored old : stored) {
      byte[] state = FoldCodec.encode(changes.of(old.owner()));
      if (!Arrays.equals(state, old.state())) {
        changed.add(new Stored(old.owner(), state));
      }
    }
    return changed;
  }
}
