package dev.attune.experiments.store;

import dev.attune.platform.database.Announcements;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import java.util.function.Supplier;

/** Follows what writers of experiments announce. */
@Dependent
class PgExperimentNews {
  private final Announcements announcements;
  private Supplier<Uni<Void>> listener = () -> Uni.createFrom().voidItem();

  PgExperimentNews(@ReactiveDataSource(Store.CATALOG_NAME) Pool pool, Vertx vertx) {
    this.announcements =
        new Announcements(
            pool,
            vertx,
            "experiments_changed",
            connected -> listener.get(),
            told -> listener.get());
  }

  /** Tells of every write from now on, and once at first. */
  Uni<Void> follow(Supplier<Uni<Void>> written) {
    listener = written;
    return announcements.follow();
  }

  void close() {
    announcements.close();
  }
}
