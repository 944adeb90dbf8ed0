package dev.attune.experiments.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Experiments in memory, at the version of the store: there before the first request. */
@ApplicationScoped
class ExperimentSnapshots implements Experiments {
  private static final Duration START = Duration.ofSeconds(60);

  private final PgExperiments store;
  private final PgExperimentNews news;
  private volatile ExperimentBook current = ExperimentBook.EMPTY;

  @Inject
  ExperimentSnapshots(PgExperiments store, PgExperimentNews news) {
    this.store = store;
    this.news = news;
  }

  @Override
  public ExperimentBook current() {
    return current;
  }

  @Override
  public Uni<Definition> write(Write write, Definition fresh, UnaryOperator<Definition> change) {
    return store.write(write, fresh, change, this::replace).call(this::refresh);
  }

  Uni<Void> refresh() {
    return store.read().invoke(this::replace).replaceWithVoid();
  }

  void start(@Observes @Priority(100) StartupEvent start) {
    news.follow(this::refresh).await().atMost(START);
  }

  void stop(@Observes ShutdownEvent stop) {
    news.close();
  }

  private synchronized void replace(ExperimentBook read) {
    if (read.version() >= current.version()) {
      current = read;
    }
  }
}
