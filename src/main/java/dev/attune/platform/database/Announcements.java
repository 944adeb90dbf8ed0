package dev.attune.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is announced on a channel of PostgreSQL, on a connection of its own. When that is
 * lost it connects again and catches up, so that nothing stays missed.
 */
public final class Announcements {
  private static final Logger LOG = Logger.getLogger(Announcements.class);
  private static final long RETRY_MILLIS = 500;

  /** What keeps failing is asked again ever more rarely, until this rarely. */
  private static final long LONGEST_MILLIS = 30_000;

  private final Pool pool;
  private final Vertx vertx;
  private final String channel;
  private final Function<SqlConnection, Uni<Void>> catchingUp;
  private final Function<String, Uni<Void>> told;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile @Nullable SqlConnection connection;
  private volatile boolean closed;

  /**
   * @param channel a name that needs no quotes
   * @param catchingUp after each time that it began to listen, also the first
   * @param told takes what was announced; asked again where it fails, unless it says with an
   *     IllegalArgumentException that it makes no sense
   */
  public Announcements(
      Pool pool,
      Vertx vertx,
      String channel,
      Function<SqlConnection, Uni<Void>> catchingUp,
      Function<String, Uni<Void>> told) {
    this.pool = pool;
    this.vertx = vertx;
    this.channel = channel;
    this.catchingUp = catchingUp;
    this.told = told;
  }

  /** Listens and has caught up once the answer is there. */
  public Uni<Void> follow() {
    return pool.getConnection()
        .invoke(this::attach)
        .call(opened -> opened.query("listen " + channel).execute())
        .chain(catchingUp::apply);
  }

  public void close() {
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

  private void attach(SqlConnection opened) {
    connection = opened;
    PgConnection.cast(opened.getDelegate())
        .notificationHandler(notification -> announced(notification.getPayload(), RETRY_MILLIS))
        .closeHandler(gone -> reconnect());
  }

  private void announced(String payload, long pause) {
    Uni.createFrom()
        .deferred(() -> told.apply(payload))
        .subscribe()
        .with(done -> {}, failure -> again(payload, pause, failure));
  }

  private void again(String payload, long pause, Throwable failure) {
    warn(failure);
    if (!closed && !(failure instanceof IllegalArgumentException)) {
      vertx.setTimer(pause, timer -> announced(payload, Math.min(2 * pause, LONGEST_MILLIS)));
    }
  }

  private void reconnect() {
    if (!closed && waiting.compareAndSet(false, true)) {
      vertx.setTimer(RETRY_MILLIS, timer -> retry());
    }
  }

  private void retry() {
    waiting.set(false);
    follow().subscribe().with(done -> {}, this::failed);
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
    LOG.warnf("What %s tells elsewhere is not heard for now: %s", channel, failure.getMessage());
  }
}
