package dev.attune.ingest;

import dev.attune.ingest.PgFolds.Stored;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.profile.fold.FoldCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
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
  public Uni<Void> erase(SqlConnection connection, Person person) {
    TreeSet<String> owners = new TreeSet<>(person.keys());
    owners.addAll(Arrays.asList(person.devices()));
    return PgFolds.lock(connection, owners)
        .chain(() -> PgRefold.read(connection, owners))
        .chain(
            rest ->
                connection
                    .preparedQuery(DELETE)
                    .execute(PgValues.texts(without(owners, rest)))
                    .chain(() -> store(connection, owners, rest)));
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
