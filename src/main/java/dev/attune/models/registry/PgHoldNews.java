package dev.attune.models.registry;

import dev.attune.platform.database.Announcements;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Follows where merchants stop the clock of learning, at any replica. */
@ApplicationScoped
class PgHoldNews {
  private static final Duration START = Duration.ofSeconds(60);

  private final Announcements announcements;
  private volatile Runnable listener = () -> {};

  PgHoldNews(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Vertx vertx) {
    this.announcements =
        new Announcements(
            pool, vertx, "model_hold_changed", connected -> told(), announced -> told());
  }

  /** Tells of every change from now on, and once at first. Blocks until it listens. */
  void follow(Runnable changed) {
    listener = changed;
    announcements.follow().await().atMost(START);
  }

  void stop(@Observes ShutdownEvent stop) {
    announcements.close();
  }

  private Uni<Void> told() {
    listener.run();
    return Uni.createFrom().voidItem();
  }
}
