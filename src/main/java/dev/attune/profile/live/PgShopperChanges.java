package dev.attune.profile.live;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells this replica's listeners at once and the other replicas by {@code NOTIFY}, gathered for a
 * moment: a transaction that notifies holds a lock of the whole server while it commits, so events
 * do not notify in theirs. What is sent are short hashes of keys.
 */
@ApplicationScoped
class PgShopperChanges implements ShopperChanges {
  private static final Logger LOG = Logger.getLogger(PgShopperChanges.class);
  private static final String CHANNEL = "shopper_changed";
  private static final long GATHER_MILLIS = 100;
  private static final long RETRY_MILLIS = 500;
  private static final int MARK_BYTES = 8;

  /** A payload has less than 8000 bytes. */
  private static final int MARKS_AT_ONCE = 400;

  private final Pool pool;
  private final Vertx vertx;
  private final Listeners listeners = new Listeners();
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private final String replica = UUID.randomUUID().toString();
  private volatile @Nullable SqlConnection connection;
  private volatile boolean closed;
  private volatile long timer = -1;

  PgShopperChanges(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  @Override
  public void touched(Collection<String> keys) {
    for (String key : keys) {
      String mark = mark(key);
      untold.add(mark);
      listeners.tell(mark);
    }
  }

  @Override
  public Multi<Boolean> of(Collection<String> keys) {
    return listeners.listen(keys.stream().map(PgShopperChanges::mark).toList());
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(GATHER_MILLIS, tick -> tell());
    connect();
  }

  void stop(@Observes ShutdownEvent stopped) {
    closed = true;
    vertx.cancelTimer(timer);
    SqlConnection open = connection;
    if (open != null) {
      open.query("unlisten *")
          .execute()
          .eventually(open::close)
          .subscribe()
          .with(done -> {}, this::warn);
    }
  }

  private void tell() {
    List<String> marks = List.copyOf(untold);
    marks.forEach(untold::remove);
    List<String> payloads = new ArrayList<>();
    for (int i = 0; i < marks.size(); i += MARKS_AT_ONCE) {
      List<String> some = marks.subList(i, Math.min(marks.size(), i + MARKS_AT_ONCE));
      payloads.add(replica + "," + String.join(",", some));
    }
    if (!payloads.isEmpty()) {
      pool.preparedQuery("select pg_notify($2, p) from unnest($1::text[]) as t(p)")
          .execute(Tuple.of(payloads.toArray(String[]::new), CHANNEL))
          .subscribe()
          .with(done -> {}, this::warn);
    }
  }

  private void connect() {
    pool.getConnection()
        .invoke(this::attach)
        .call(opened -> opened.query("listen " + CHANNEL).execute())
        .onFailure()
        .call(this::giveBack)
        .subscribe()
        .with(opened -> {}, this::retry);
  }

  private void attach(SqlConnection opened) {
    connection = opened;
    PgConnection.cast(opened.getDelegate())
        .notificationHandler(told -> heard(told.getPayload()))
        .closeHandler(gone -> later());
  }

  private Uni<Void> giveBack() {
    SqlConnection half = connection;
    connection = null;
    return half == null ? Uni.createFrom().voidItem() : half.close();
  }

  private void retry(Throwable failure) {
    warn(failure);
    later();
  }

  private void later() {
    if (!closed) {
      vertx.setTimer(RETRY_MILLIS, again -> connect());
    }
  }

  private void heard(String payload) {
    List<String> parts = List.of(payload.split(","));
    if (!parts.get(0).equals(replica)) {
      parts.subList(1, parts.size()).forEach(listeners::tell);
    }
  }

  private void warn(Throwable failure) {
    LOG.warnf("What shoppers do on other replicas is not heard: %s", failure.getMessage());
  }

  private static String mark(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
