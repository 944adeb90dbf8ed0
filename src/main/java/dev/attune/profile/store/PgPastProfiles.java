package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Signal;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the log again, up to some instants. */
@ApplicationScoped
class PgPastProfiles implements PastProfiles {
  private static final String MEMBERS =
      """
      select t.place - 1, m.visitor, not exists (
          select from link o
          where o.visitor = m.visitor and o.customer <> $1
            and o.first_proof <= t.at and (o.split_at is null or o.split_at > t.at))
      from unnest($2::timestamptz[]) with ordinality t(at, place)
      cross join lateral (
        select l.visitor, row_number() over (
            partition by l.kind order by least(l.last_proof, t.at) desc, l.visitor) as place
        from link l
        where l.customer = $1 and l.first_proof <= t.at
          and (l.split_at is null or l.split_at > t.at)) m
      where m.place <= 5
      """;

  private static final String APART =
      """
      select t.place - 1, l.customer, true
      from unnest($2::timestamptz[]) with ordinality t(at, place)
      join link l on l.visitor = $1 and l.split_at <= t.at
      """;

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

  /**
   * A row of who belongs to whom.
   *
   * @param place of the instant at which they do
   * @param key of an identifier
   * @param sole whether it is nobody else's
   */
  private record Tied(int place, String key, boolean sole) {}

  /** A row of the log. */
  private record Happened(
      String origin, @Nullable String customer, Instant at, List<Signal> signals) {}

  @Override
  public Uni<List<Profile>> at(Identifier person, List<Instant> instants) {
    boolean customer = person.type() == Type.CUSTOMER;
    OffsetDateTime[] times =
        instants.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    OffsetDateTime last = Collections.max(Arrays.asList(times));
    return pool.preparedQuery(customer ? MEMBERS : APART)
        .execute(Tuple.of(person.key(), times))
        .map(PgPastProfiles::tied)
        .chain(
            tied ->
                pool.preparedQuery(EVENTS)
                    .execute(Tuple.of(owners(person, customer ? tied : List.of()), last))
                    .map(PgPastProfiles::happened)
                    .map(log -> profiles(person, instants, tied, log)));
  }

  private List<Profile> profiles(
      Identifier person, List<Instant> instants, List<Tied> tied, List<Happened> log) {
    List<Profile> profiles = new ArrayList<>(instants.size());
    for (int i = 0; i < instants.size(); i++) {
      int place = i;
      Instant at = instants.get(i);
      Changes changes = new Changes();
      log.stream()
          .filter(one -> !one.at.isAfter(at))
          .forEach(one -> changes.add(one.origin, one.customer, one.at, one.signals));
      List<Tied> then = tied.stream().filter(one -> one.place == place).toList();
      profiles.add(lenses.current().of(whole(person, then, changes), 0, at));
    }
    return profiles;
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
    members.stream().map(Tied::key).distinct().forEach(owners::add);
    return owners.toArray(String[]::new);
  }

  private static List<Tied> tied(RowSet<Row> rows) {
    List<Tied> tied = new ArrayList<>();
    rows.forEach(
        row -> tied.add(new Tied(row.getLong(0).intValue(), row.getString(1), row.getBoolean(2))));
    return tied;
  }

  private static List<Happened> happened(RowSet<Row> rows) {
    List<Happened> happened = new ArrayList<>();
    for (Row row : rows) {
      happened.add(
          new Happened(
              row.getString(0),
              row.getString(1),
              row.getOffsetDateTime(2).toInstant(),
              SignalsJson.read(row.getString(3))));
    }
    return happened;
  }
}
