package dev.attune.merchandising.store;

import dev.attune.platform.database.Announcements;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.Dependent;
import java.util.function.LongFunction;

/** Follows what writers of merchandise announce: the version that the store has then. */
@Dependent
class PgAnnouncements {
  private static final String VERSION = "select version from merchandise_version";

  private final Announcements announcements;
  private LongFunction<Uni<Void>> listener = version -> Uni.createFrom().voidItem();

  PgAnnouncements(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool, Vertx vertx) {
    this.announcements =
        new Announcements(
            pool,
            vertx,
            "merchandise_changed",
            this::catchUp,
            version -> listener.apply(Long.parseLong(version)));
  }

  /** Tells every announced version from now on; listens once the answer is there. */
  Uni<Void> follow(LongFunction<Uni<Void>> announced) {
    listener = announced;
    return announcements.follow();
  }

  void close() {
    announcements.close();
  }

  private Uni<Void> catchUp(SqlConnection opened) {
    return opened
        .query(VERSION)
        .execute()
        .chain(rows -> listener.apply(rows.iterator().next().getLong(0)));
  }
}
