package dev.attune.profile.live;

import dev.attune.platform.database.Announcements;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

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
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MARK_BYTES = 8;

  /** A payload has less than 8000 bytes. */
  private static final int MARKS_AT_ONCE = 400;

  private final Pool pool;
  private final Vertx vertx;
  private final Announcements announcements;
  private final Listeners listeners = new Listeners();
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private final String replica = UUID.randomUUID().toString();
  private volatile long timer = -1;

  PgShopperChanges(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
    this.announcements =
        new Announcements(pool, vertx, CHANNEL, connection -> missed(), this::heard);
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
    announcements.follow().await().atMost(PATIENCE);
  }

  void stop(@Observes ShutdownEvent stopped) {
    vertx.cancelTimer(timer);
    announcements.close();
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

  private Uni<Void> heard(String payload) {
    List<String> parts = List.of(payload.split(","));
    if (!parts.get(0).equals(replica)) {
      parts.subList(1, parts.size()).forEach(listeners::tell);
    }
    return Uni.createFrom().voidItem();
  }

  /** Whatever was said while nobody listened is not known. */
  private Uni<Void> missed() {
    listeners.tellAll();
    return Uni.createFrom().voidItem();
  }

  private void warn(Throwable failure) {
    LOG.warnf("What shoppers do here is not told to other replicas: %s", failure.getMessage());
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
