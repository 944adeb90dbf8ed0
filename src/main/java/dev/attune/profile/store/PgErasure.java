package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Erasure;
import dev.attune.privacy.Tombstones;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.profile.store.Reach.Device;
import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Erasure over all tables in one transaction. It waits for every writer that has asked for
 * tombstones already and lets none ask before it has ended, so nothing slips in behind it.
 */
@ApplicationScoped
class PgErasure implements Erasure {
  private static final String LOCK = "lock table tombstone in access exclusive mode";

  private static final String DEVICES =
      """
      select d.visitor, f.state, (
        select count(*) from link o
        where o.visitor = d.visitor and o.customer is distinct from $1)
      from (
        select visitor from link where customer = $1
        union
        select $2::text where $2::text is not null) as d(visitor)
      left join fold f on f.owner = d.visitor
      """;

  private static final String MARK =
      """
      insert into tombstone (key_hash, erased_at)
      select key_hash, $2 from unnest($1::bytea[]) as m(key_hash)
      on conflict (key_hash) do update set erased_at = excluded.erased_at
      """;

  private final Pool pool;
  private final List<PersonalData> stores;
  private final Tombstones tombstones;
  private final Clock clock;

  PgErasure(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      @All List<PersonalData> stores,
      Tombstones tombstones,
      Clock clock) {
    this.pool = pool;
    this.stores = List.copyOf(stores);
    this.tombstones = tombstones;
    this.clock = clock;
  }

  @Override
  public Uni<Void> forgetCustomer(Identifier customer, @Nullable Identifier visitor) {
    @Nullable String device = visitor == null ? null : visitor.key();
    return forget(customer.key(), device, devices -> Optional.of(Reach.customer(customer, devices)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> forgetVisitor(Identifier visitor) {
    return forget(null, visitor.key(), devices -> Reach.visitor(devices.get(0)));
  }

  private Uni<Boolean> forget(
      @Nullable String customer,
      @Nullable String visitor,
      Function<List<Device>, Optional<Person>> reach) {
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .chain(() -> devices(connection, customer, visitor))
                .map(reach)
                .chain(
                    person ->
                        person.isEmpty()
                            ? Uni.createFrom().item(false)
                            : erase(connection, person.get()).replaceWith(true)));
  }

  private static Uni<List<Device>> devices(
      SqlConnection connection, @Nullable String customer, @Nullable String visitor) {
    return connection
        .preparedQuery(DEVICES)
        .execute(Tuple.of(customer, visitor))
        .map(
            rows -> {
              List<Device> devices = new ArrayList<>();
              for (Row row : rows) {
                io.vertx.mutiny.core.buffer.@Nullable Buffer state = row.getBuffer(1);
                Fold fold = state == null ? new Fold() : FoldCodec.decode(state.getBytes());
                devices.add(new Device(row.getString(0), row.getLong(2), fold));
              }
              return devices;
            });
  }

  private Uni<Void> erase(SqlConnection connection, Person person) {
    Uni<Void> done = mark(connection, person);
    for (PersonalData store : stores) {
      done = done.chain(() -> store.erase(connection, person));
    }
    return done;
  }

  /** Their times are whole milliseconds, as those of events are. */
  private Uni<Void> mark(SqlConnection connection, Person person) {
    Buffer[] hashes =
        Arrays.stream(person.keyArray())
            .map(key -> Buffer.buffer(tombstones.hash(key)))
            .toArray(Buffer[]::new);
    return connection
        .preparedQuery(MARK)
        .execute(
            Tuple.of(
                hashes, clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
