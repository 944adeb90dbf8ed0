package dev.attune.experiments.store;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what writers of experiments announce, on a connection of its own. When that is lost it
 * connects again and reads again, so that nothing stays missed.
 */
@Dependent
class PgExperimentNews {
  private static final Logger LOG = Logger.getLogger(PgExperimentNews.class);
  private static final long RETRY_MILLIS = 500;

  private final Pool pool;
  private final Vertx vertx;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private Supplier<Uni<Void>> listener = () -> Uni.createFrom().voidItem();
  private volatile @Nullable SqlConnection connection;
  private volatile boolean closed;

  PgExperimentNews(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** Tells of every write from now on, and once at first. */
  Uni<Void> follow(Supplier<Uni<Void>> written) {
    listener = written;
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
        .call(opened -> opened.query("listen experiments_changed").execute())
        .chain(opened -> listener.get());
  }

  private void attach(SqlConnection opened) {
    connection = opened;
    PgConnection.cast(opened.getDelegate())
        .notificationHandler(told -> announced())
        .closeHandler(gone -> reconnect());
  }

  private void announced() {
    listener.get().subscribe().with(done -> {}, this::again);
  }

  private void again(Throwable failure) {
    warn(failure);
    vertx.setTimer(RETRY_MILLIS, timer -> announced());
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
    LOG.warnf("Experiments written elsewhere are not heard for now: %s", failure.getMessage());
  }
}
