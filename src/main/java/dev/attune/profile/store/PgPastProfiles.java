package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.SignalsJson;
import dev.attune.platform.database.Store;
import dev.attune.profile.PastProfiles;
import dev.attune.profile.Profile;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.view.Lenses;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Folds the log again, up to an instant. */
@ApplicationScoped
class PgPastProfiles implements PastProfiles {
  private static final String MEMBERS =
      """
      select m.visitor, not exists (
          select from link o
          where o.visitor = m.visitor and o.customer <> $1
            and o.first_proof <= $2 and (o.split_at is null or o.split_at > $2))
      from (
        select l.visitor, row_number() over (
            partition by l.kind order by least(l.last_proof, $2) desc, l.visitor) as place
        from link l
        where l.customer = $1 and l.first_proof <= $2
          and (l.split_at is null or l.split_at > $2)) m
      where m.place <= 5
      """;

  private static final String APART =
      "select customer, true from link where visitor = $1 and split_at <= $2";

  private static final String EVENTS =
      """
      select origin, customer, happened_at, signals::text from event
      where (origin = any ($1::text[]) or customer = any ($1::text[]))
        and happened_at <= $2 and personalize and traffic <> 'BOT'
      """;

  private final Pool pool;
  private final Lenses lenses;

  PgPastProfiles(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Lenses lenses) {
    this.pool = pool;
    this.lenses = lenses;
  }

  /** A row of who belongs to whom: an identifier, and whether it is nobody else's. */
  private record Tied(String key, boolean sole) {}

  @Override
  public Uni<Profile> at(Identifier person, Instant at) {
    boolean customer = person.type() == Type.CUSTOMER;
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    return pool.preparedQuery(customer ? MEMBERS : APART)
        .execute(Tuple.of(person.key(), time))
        .map(PgPastProfiles::tied)
        .chain(
            tied ->
                pool.preparedQuery(EVENTS)
                    .execute(Tuple.of(owners(person, customer ? tied : List.of()), time))
                    .map(rows -> changes(rows))
                    .map(changes -> whole(person, tied, changes)))
        .map(whole -> lenses.current().of(whole, 0, at));
  }

  private static Fold whole(Identifier person, List<Tied> tied, Changes changes) {
    Fold whole = new Fold();
    String key = person.key();
    Part own = new Part(key, true, 0, changes.of(key));
    if (person.type() != Type.CUSTOMER) {
      own.ofNobody(Set.copyOf(tied.stream().map(Tied::key).toList())).forEach(whole::mergeCounted);
      return whole;
    }
    own.of(key).forEach(whole::mergeCounted);
    for (Tied member : tied) {
      new Part(member.key, member.sole, 0, changes.of(member.key))
          .of(key)
          .forEach(whole::mergeCounted);
    }
    return whole;
  }

  private static String[] owners(Identifier person, List<Tied> members) {
    List<String> owners = new ArrayList<>(List.of(person.key()));
    members.forEach(member -> owners.add(member.key));
    return owners.toArray(String[]::new);
  }

  private static List<Tied> tied(RowSet<Row> rows) {
    List<Tied> tied = new ArrayList<>();
    rows.forEach(row -> tied.add(new Tied(row.getString(0), row.getBoolean(1))));
    return tied;
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
}
