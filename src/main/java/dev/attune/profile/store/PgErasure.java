package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.database.Transactions;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.ErasureBarrier;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.Person.Visit;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Erasure;
import dev.attune.privacy.Tombstones;
import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erasure over all tables. The tombstones are committed first; then it waits for the writers that
 * may not have seen them, once, and looks again; then everything goes in one transaction. Nobody
 * waits for that unless they write the very rows, and nothing slips in behind it. What was theirs
 * is remembered as hashes, and what names them among others' is taken out.
 */
@ApplicationScoped
class PgErasure implements Erasure {
  private static final String MARK =
      """
      insert into tombstone (key_hash, erased_at)
      select distinct key_hash, $2::timestamptz from unnest($1::bytea[]) as m(key_hash)
      on conflict (key_hash) do update set erased_at = excluded.erased_at
      """;

  private static final String MARK_VISITS =
      """
      insert into tombstone_visit (key_hash, first, last)
      select key_hash, first, max(last)
      from unnest($1::bytea[], $2::timestamptz[], $3::timestamptz[]) as v(key_hash, first, last)
      group by key_hash, first
      on conflict (key_hash, first) do update
      set last = greatest(tombstone_visit.last, excluded.last)
      """;

  /**
   * When nothing happened: a visit of this time only says that messages of the device must be
   * looked for among those that were erased.
   */
  private static final OffsetDateTime NEVER = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  private final Pool pool;
  private final List<PersonalData> stores;
  private final Tombstones tombstones;
  private final PgErasedLog log;
  private final ProfileCache cache;
  private final Clock clock;

  PgErasure(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      @All List<PersonalData> stores,
      Tombstones tombstones,
      PgErasedLog log,
      ProfileCache cache,
      Clock clock) {
    this.pool = pool;
    this.stores = List.copyOf(stores);
    this.tombstones = tombstones;
    this.log = log;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public Uni<Erased> forgetCustomer(Identifier customer, @Nullable Identifier visitor) {
    return forget(new PgReach(customer, visitor)).map(gone -> gone.orElse(Erased.NOTHING));
  }

  @Override
  public Uni<Optional<Erased>> forgetVisitor(Identifier visitor) {
    return forget(new PgReach(null, visitor));
  }

  private Uni<Optional<Erased>> forget(PgReach reach) {
    // Whole milliseconds, as the times of events are.
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    return pool.withTransaction(reach::find)
        .chain(
            person ->
                person.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : marked(reach, person.get(), now).chain(this::erase).map(Optional::of));
  }

  /** The person with tombstones for all that is theirs, which no writer can have missed. */
  private Uni<Person> marked(PgReach reach, Person person, OffsetDateTime now) {
    return pool.withTransaction(connection -> mark(connection, person, now))
        .chain(() -> pool.withTransaction(ErasureBarrier::pass))
        .chain(() -> pool.withTransaction(reach::find))
        .map(again -> again.map(person::plus).orElse(person))
        .chain(
            whole ->
                whole.equals(person) ? Uni.createFrom().item(person) : marked(reach, whole, now));
  }

  /**
   * Who comes back while they are erased writes the rows that go, and may lock them in another
   * order. Where that ended in a deadlock it is done again while all writers wait.
   */
  private Uni<Erased> erase(Person person) {
    return pool.withTransaction(connection -> all(connection, person))
        .onFailure(Transactions::deadlocked)
        .recoverWithUni(
            () ->
                Transactions.in(
                    pool,
                    connection ->
                        ErasureBarrier.pass(connection).chain(() -> all(connection, person))))
        .invoke(() -> cache.forget(person.keys()));
  }

  private Uni<Erased> all(SqlConnection connection, Person person) {
    return log.remember(connection, person)
        .chain(() -> log.mentions(connection, person))
        .chain(mentions -> erase(connection, person).call(() -> log.redact(connection, mentions)));
  }

  private Uni<Erased> erase(SqlConnection connection, Person person) {
    Uni<Erased> all = Uni.createFrom().item(Erased.NOTHING);
    for (PersonalData store : stores) {
      all = all.chain(before -> store.erase(connection, person).map(before::and));
    }
    return all;
  }

  private Uni<Void> mark(SqlConnection connection, Person person, OffsetDateTime now) {
    return connection
        .preparedQuery(MARK)
        .execute(Tuple.of(hashes(Arrays.stream(person.keyArray())), now))
        .chain(
            () ->
                visits(
                    connection,
                    person.visits().stream().map(Visit::device),
                    person.firsts(),
                    person.lasts()))
        .chain(
            () -> {
              OffsetDateTime[] never = new OffsetDateTime[person.marked().size()];
              Arrays.fill(never, NEVER);
              return visits(connection, person.marked().stream(), never, never);
            });
  }

  private Uni<Void> visits(
      SqlConnection connection,
      Stream<String> devices,
      OffsetDateTime[] firsts,
      OffsetDateTime[] lasts) {
    return connection
        .preparedQuery(MARK_VISITS)
        .execute(Tuple.of(hashes(devices), firsts, lasts))
        .replaceWithVoid();
  }

  private Buffer[] hashes(Stream<String> keys) {
    return keys.map(key -> Buffer.buffer(tombstones.hash(key))).toArray(Buffer[]::new);
  }
}
