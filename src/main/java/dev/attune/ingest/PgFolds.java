package dev.attune.ingest;

import dev.attune.events.log.KeyHash;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.fold.FoldCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * Reads and writes folds, always by the order of their owners, so that writers do not deadlock; but
 * for two that both make again what an erasure took away, of which one is begun again.
 */
final class PgFolds {
  private static final String MAKE =
      """
      insert into fold (owner, version, state)
      select owner, 0, '' from unnest($1::text[]) as o(owner) order by owner collate "C"
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      select owner, state from fold where owner = any ($1::text[]) order by owner for update
      """;

  private static final String STORE =
      """
      with next as materialized (select nextval('fold_version') as version),
      stored as (
        update fold set state = s.state, version = next.version
        from unnest($1::text[], $2::bytea[]) as s(owner, state), next
        where fold.owner = s.owner
      )
      select version from next
      """;

  /** Nearly all events are of owners who have a fold: making sure of it in the store is saved. */
  private static final Met MET = new Met();

  private static final String VERSIONS =
      "select owner, version from fold where owner = any ($1::text[])";

  private PgFolds() {}

  /** Locks these owners' folds until the transaction ends. */
  static Uni<RowSet<Row>> lock(SqlConnection connection, Collection<String> owners) {
    return connection.preparedQuery(LOCK).execute(PgValues.texts(owners));
  }

  /**
   * Adds changes to the stored folds; returns the version that they have then. A fold that an
   * erasure takes away while it is waited for is made again.
   *
   * @param beside what is written behind them without waiting for an answer: others wait for these
   *     folds until the transaction ends
   */
  static Uni<Long> add(SqlConnection connection, Changes changes, Supplier<Uni<Void>> beside) {
    return made(connection, MET.strangers(changes.owners()))
        .chain(() -> lock(connection, changes.owners()))
        .chain(
            rows -> {
              if (rows.size() < changes.owners().size()) {
                MET.forget(changes.owners());
                return add(connection, changes, beside);
              }
              MET.meet(changes.owners());
              return Uni.combine()
                  .all()
                  .unis(store(connection, added(rows, changes)), beside.get().replaceWith(true))
                  .with((version, done) -> version);
            });
  }

  /** Makes empty folds for those of these owners who have none. */
  private static Uni<Void> made(SqlConnection connection, List<String> owners) {
    return owners.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(MAKE).execute(PgValues.texts(owners)).replaceWithVoid();
  }

  /** The versions of those of these owners who have a fold. */
  static Uni<Map<String, Long>> versions(SqlConnection connection, Collection<String> owners) {
    return connection
        .preparedQuery(VERSIONS)
        .execute(PgValues.texts(owners))
        .map(
            rows -> {
              Map<String, Long> versions = new HashMap<>();
              for (Row row : rows) {
                versions.put(row.getString(0), row.getLong(1));
              }
              return versions;
            });
  }

  /** A fold's bytes and whose they are. */
  record Stored(String owner, byte[] state) {}

  /** Replaces states that this transaction has locked; returns their new version. */
  static Uni<Long> store(SqlConnection connection, List<Stored> folds) {
    String[] owners = folds.stream().map(Stored::owner).toArray(String[]::new);
    Buffer[] states =
        folds.stream().map(fold -> Buffer.buffer(fold.state())).toArray(Buffer[]::new);
    return connection
        .preparedQuery(STORE)
        .execute(PgValues.columns(owners, states))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static List<Stored> added(RowSet<Row> rows, Changes changes) {
    List<Stored> folds = new ArrayList<>(rows.size());
    for (Row row : rows) {
      byte[] state = row.getBuffer(1).getBytes();
      folds.add(new Stored(row.getString(0), FoldCodec.add(state, changes.of(row.getString(0)))));
    }
    return folds;
  }

  /**
   * Owners whose folds this process has locked, as far as they fit into a megabyte. It may know of
   * a fold that is gone, or that its transaction never made; whoever relies on it sees that at
   * once.
   */
  private static final class Met {
    private static final int PLACES = 1 << 17;

    private final AtomicLongArray hashes = new AtomicLongArray(PLACES);

    List<String> strangers(Collection<String> owners) {
      return owners.stream().filter(owner -> !knows(KeyHash.of(owner))).toList();
    }

    void meet(Collection<String> owners) {
      for (String owner : owners) {
        long hash = KeyHash.of(owner);
        hashes.lazySet(place(hash), hash);
      }
    }

    void forget(Collection<String> owners) {
      for (String owner : owners) {
        long hash = KeyHash.of(owner);
        hashes.compareAndSet(place(hash), hash, 0);
      }
    }

    private boolean knows(long hash) {
      return hashes.get(place(hash)) == hash;
    }

    private static int place(long hash) {
      return (int) (hash >>> 40) & (PLACES - 1);
    }
  }
}
