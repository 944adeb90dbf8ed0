package dev.attune.catalog.snapshot;

import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from PostgreSQL when another replica changes the catalog. After a lost connection it
 * listens anew and catches up by comparing versions.
 */
@ApplicationScoped
class PgCatalogChanges {
  private static final Logger LOG = Logger.getLogger(PgCatalogChanges.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Pool pool;
  private final CatalogSnapshots snapshots;
  private volatile boolean stopped;
  private volatile @Nullable PgConnection listening;

  @Inject
  PgCatalogChanges(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool, CatalogSnapshots snapshots) {
    this.pool = pool;
    this.snapshots = snapshots;
  }

  void start(@Observes StartupEvent started) {
    listen();
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    PgConnection open = listening;
    if (open != null) {
      open.closeAndForget();
    }
  }

  private void listen() {
    pool.getConnection()
        .map(PgConnection::cast)
        .flatMap(this::subscribe)
        .subscribe()
        .with(this::follow, failure -> again(failure.toString()));
  }

  private Uni<PgConnection> subscribe(PgConnection connection) {
    connection.notificationHandler(notification -> catchUp());
    return connection
        .query("listen catalog_changed")
        .execute()
        .replaceWith(connection)
        .onFailure()
        .call(connection::close);
  }

  private void follow(PgConnection connection) {
    listening = connection;
    connection.closeHandler(() -> again("the connection was closed"));
    catchUp();
  }

  private void again(String reason) {
    if (stopped) {
      return;
    }
    LOG.warnf("Not listening for changes of the catalog: %s; trying again", reason);
    Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).subscribe().with(nothing -> listen());
  }

  private void catchUp() {
    Infrastructure.getDefaultWorkerPool()
        .execute(
            () -> {
              try {
                snapshots.refresh();
              } catch (AttuneException unavailable) {
                LOG.warnf("The catalog's snapshot stays: %s", unavailable.getMessage());
              }
            });
  }
}
