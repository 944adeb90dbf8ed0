package dev.attune.merchandising.store;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what writers of merchandise announce, on a connection of its own. When that is lost it
 * connects again, and then hears the version of the store, so that nothing stays missed.
 */
@Dependent
class PgAnnouncements {
  private static final Logger LOG = Logger.getLogger(PgAnnouncements.class);
  private static final long RETRY_MILLIS = 500;
  private static final String VERSION = "select version from merchandise_version";

  private final Pool pool;
  private final Vertx vertx;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private LongFunction<Uni<Void>> listener = version -> Uni.createFrom().voidItem();
  private volatile @Nullable SqlConnection connection;
  private volatile boolean closed;

  PgAnnouncements(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** Tells every announced version from now on; listens once the answer is there. */
  Uni<Void> follow(LongFunction<Uni<Void>> announced) {
    listener = announced;
    return connect();
  }

  void close() {
    closed = true;
    SqlConnection open = connection;
    if (open != null) {
      open.query("unlisten *")
          .execute()
          .eventually(open::close)
          .subscribe()
          .with(done -> {}, this::warn);
    }
  }

  private Uni<Void> connect() {
    return pool.getConnection()
        .invoke(this::attach)
        .call(opened -> opened.query("listen merchandise_changed").execute())
        .chain(opened -> opened.query(VERSION).execute())
        .chain(rows -> listener.apply(rows.iterator().next().getLong(0)));
  }

  private void attach(SqlConnection opened) {
    connection = opened;
    PgConnection.cast(opened.getDelegate())
        .notificationHandler(told -> announced(Long.parseLong(told.getPayload())))
        .closeHandler(gone -> reconnect());
  }

  private void announced(long version) {
    listener.apply(version).subscribe().with(done -> {}, failure -> again(version, failure));
  }

  private void again(long version, Throwable failure) {
    warn(failure);
    vertx.setTimer(RETRY_MILLIS, timer -> announced(version));
  }

  private void reconnect() {
    if (!closed && waiting.compareAndSet(false, true)) {
      vertx.setTimer(RETRY_MILLIS, timer -> retry());
    }
  }

  private void retry() {
    waiting.set(false);
    connect().subscribe().with(done -> {}, this::failed);
  }

  private void failed(Throwable failure) {
    warn(failure);
    SqlConnection half = connection;
    connection = null;
    if (half != null) {
      half.close().subscribe().with(done -> {}, this::warn);
    }
    reconnect();
  }

  private void warn(Throwable failure) {
    LOG.warnf("What merchants write elsewhere is not heard for now: %s", failure.getMessage());
  }
}
