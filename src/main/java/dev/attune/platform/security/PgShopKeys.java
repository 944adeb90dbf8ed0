package dev.attune.platform.security;

import dev.attune.platform.database.Announcements;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All stored keys. Whatever changes is told to every replica, this one has it with the answer. */
@ApplicationScoped
class PgShopKeys {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHANNEL = "shop_key_changed";

  private static final String ALL =
      """
      select 'first-' || lower(kind), kind, 'made at the first start', '', created_at, 'attune',
        revoked_at
      from api_key
      union all
      select id, kind, name, hint, created_at, created_by, revoked_at from shop_key
      order by 5, 1
      """;

  private static final String GOOD =
      """
      select true, kind, hash from api_key where revoked_at is null
      union all
      select false, kind, hash from shop_key where revoked_at is null
      """;

  private static final String INSERT =
      """
      insert into shop_key (id, kind, name, hint, hash, created_at, created_by)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  private static final String REVOKE =
      """
      with first as (
        update api_key set revoked_at = $2, revoked_by = $3
        where 'first-' || lower(kind) = $1 and revoked_at is null)
      update shop_key set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null
      """;

  /** Whoever revokes sees the keys as they stay until it is done. */
  private static final String ALONE = "lock table shop_key in share row exclusive mode";

  private static final String TELL = "select pg_notify('" + CHANNEL + "', '')";

  private final Pool pool;
  private final Keys keys;
  private final Announcements announcements;

  PgShopKeys(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Vertx vertx, Keys keys) {
    this.pool = pool;
    this.keys = keys;
    this.announcements =
        new Announcements(pool, vertx, CHANNEL, connection -> follow(), payload -> follow());
  }

  void start(@Observes StartupEvent started) {
    announcements.follow().await().atMost(PATIENCE);
  }

  void stop(@Observes ShutdownEvent stopped) {
    announcements.close();
  }

  Uni<List<ShopKey>> all() {
    return pool.query(ALL).execute().map(PgShopKeys::keys);
  }

  private static List<ShopKey> keys(RowSet<Row> rows) {
    List<ShopKey> all = new ArrayList<>();
    for (Row row : rows) {
      KeyKind.named(row.getString(1)).ifPresent(kind -> all.add(key(kind, row)));
    }
    return all;
  }

  Uni<Void> insert(ShopKey key, byte[] hash) {
    Tuple values =
        Tuple.tuple()
            .addString(key.id())
            .addString(key.kind().name())
            .addString(key.name())
            .addString(key.hint())
            .addBuffer(io.vertx.mutiny.core.buffer.Buffer.buffer(hash))
            .addOffsetDateTime(time(key.createdAt()))
            .addString(key.createdBy());
    return changed(
        connection -> connection.preparedQuery(INSERT).execute(values).replaceWithVoid());
  }

  /**
   * Revokes one key while nobody else revokes any.
   *
   * @param choice of all stored keys the one to revoke; throws where none may be
   * @return the key as it was
   */
  Uni<ShopKey> revoke(Function<List<ShopKey>, ShopKey> choice, Instant at, String who) {
    return changed(
        connection ->
            connection
                .query(ALONE)
                .execute()
                .chain(() -> connection.query(ALL).execute())
                .map(rows -> choice.apply(keys(rows)))
                .call(
                    key ->
                        connection
                            .preparedQuery(REVOKE)
                            .execute(Tuple.of(key.id(), time(at), who))));
  }

  private <T> Uni<T> changed(Function<SqlConnection, Uni<T>> change) {
    return pool.withTransaction(
            connection -> change.apply(connection).call(() -> connection.query(TELL).execute()))
        .call(this::follow);
  }

  /** Takes the keys that are good now. */
  private Uni<Void> follow() {
    return pool.query(GOOD)
        .execute()
        .invoke(
            rows -> {
              List<Keys.Stored> good = new ArrayList<>();
              for (Row row : rows) {
                KeyKind.named(row.getString(1))
                    .ifPresent(
                        kind ->
                            good.add(
                                new Keys.Stored(
                                    row.getBoolean(0), kind, row.getBuffer(2).getBytes())));
              }
              keys.take(good);
            })
        .replaceWithVoid();
  }

  private static ShopKey key(KeyKind kind, Row row) {
    @Nullable OffsetDateTime revoked = row.getOffsetDateTime(6);
    return new ShopKey(
        row.getString(0),
        kind,
        row.getString(2),
        row.getString(3),
        row.getOffsetDateTime(4).toInstant(),
        row.getString(5),
        revoked == null ? null : revoked.toInstant(),
        true);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
