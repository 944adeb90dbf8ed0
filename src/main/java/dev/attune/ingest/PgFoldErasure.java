package dev.attune.ingest;

import dev.attune.ingest.PgFolds.Stored;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.profile.fold.FoldJson;
import dev.attune.profile.fold.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Folds are what is left of the log: gone with the last event, else made again from the rest. */
@ApplicationScoped
class PgFoldErasure implements PersonalData {
  private static final String DELETE = "delete from fold where owner = any ($1::text[])";

  @Override
  public Set<String> tables() {
    return Set.of("fold");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery("select owner, state from fold where owner = any ($1::text[])")
        .execute(PgValues.texts(reach(person)))
        .map(
            rows -> {
              List<Exported> folds = new ArrayList<>();
              for (Row row : rows) {
                String owner = row.getString(0);
                Fold fold = FoldCodec.decode(row.getBuffer(1).getBytes());
                fold.bound();
                boolean whole = person.keys().contains(owner);
                Optional<Session> blurred = fold.past();
                FoldJson.write(
                        owner,
                        fold,
                        session ->
                            whole
                                || !blurred.equals(Optional.of(session))
                                    && visited(person, owner, session))
                    .ifPresent(json -> folds.add(new Exported("fold", json)));
              }
              return folds;
            });
  }

  private static boolean visited(Person person, String owner, Session session) {
    Instant start = Instant.ofEpochMilli(session.start());
    return person.visits().stream()
        .anyMatch(visit -> visit.device().equals(owner) && visit.holds(start));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return again(connection, reach(person)).map(gone -> Erased.of("fold", gone));
  }

  private static Set<String> reach(Person person) {
    Set<String> owners = new TreeSet<>(person.keys());
    owners.addAll(Arrays.asList(person.devices()));
    owners.addAll(person.marked());
    return owners;
  }

  /**
   * Makes these owners' folds again from what the log has still.
   *
   * @return how many are gone
   */
  static Uni<Integer> again(SqlConnection connection, Set<String> owners) {
    if (owners.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return PgFolds.lock(connection, owners)
        .chain(() -> PgRefold.read(connection, owners))
        .chain(
            rest ->
                connection
                    .preparedQuery(DELETE)
                    .execute(PgValues.texts(without(owners, rest)))
                    .map(SqlResult::rowCount)
                    .call(() -> store(connection, owners, rest)));
  }

  private static Uni<Void> store(SqlConnection connection, Set<String> owners, Changes rest) {
    List<Stored> folds =
        owners.stream()
            .filter(rest.owners()::contains)
            .map(owner -> new Stored(owner, FoldCodec.encode(rest.of(owner))))
            .toList();
    return folds.isEmpty()
        ? Uni.createFrom().voidItem()
        : PgFolds.store(connection, folds).replaceWithVoid();
  }

  private static Set<String> without(Set<String> owners, Changes rest) {
    Set<String> gone = new TreeSet<>(owners);
    gone.removeAll(rest.owners());
    return gone;
  }
}
