package dev.attune.experiments.exposure;

import dev.attune.events.Identifier;
import dev.attune.experiments.trial.Trial;
import dev.attune.identity.Asker;
import dev.attune.platform.personal.OnTheirWay;
import dev.attune.platform.work.WriteBehind;
import dev.attune.profile.Exposed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exposures in PostgreSQL, behind the response: a timer writes what waits. What a crash loses
 * within that tenth of a second is written when the shopper sees the variant again.
 */
@ApplicationScoped
class PgExposureLog implements ExposureLog, OnTheirWay {
  private static final int BATCH = 2_000;

  private final PgExposureTable table;
  private final Vertx vertx;
  private final WaitingExposures waiting;
  private final Counter put;
  private final WriteBehind writing = new WriteBehind("Exposures", this::batch);

  @Inject
  PgExposureLog(
      PgExposureTable table, Vertx vertx, ExposureSettings settings, MeterRegistry meters) {
    this.table = table;
    this.vertx = vertx;
    WaitingExposures exposures = new WaitingExposures(settings.queue());
    this.waiting = exposures;
    this.put =
        Counter.builder("attune.exposures.put.off")
            .description("Exposures that found no room; taken at the next one of the same shopper")
            .register(meters);
    Gauge.builder("attune.exposures.queued", exposures, WaitingExposures::size)
        .description("Shoppers whose exposures are not yet durable")
        .register(meters);
  }

  @Override
  public void append(Trial trial, Instant at) {
    if (trial.kept()) {
      return;
    }
    Exposed exposed =
        new Exposed(trial.unit(), trial.experiment(), trial.arm().key(), at, trial.crossed());
    if (!waiting.offer(exposed)) {
      put.increment();
    }
  }

  @Override
  public List<Exposed> waiting(Asker asker) {
    List<Exposed> found = new ArrayList<>();
    for (Identifier identifier : identifiers(asker)) {
      if (waiting.size() > 0) {
        found.addAll(waiting.of(identifier.key()));
      }
    }
    return found;
  }

  private static List<Identifier> identifiers(Asker asker) {
    return Stream.concat(Stream.ofNullable(asker.visitor()), Stream.ofNullable(asker.customer()))
        .toList();
  }

  @Override
  public Uni<Void> settled() {
    return writing.settled();
  }

  void start(@Observes StartupEvent started) {
    writing.start(vertx);
  }

  void stop(@Observes ShutdownEvent stopped) {
    writing.stop();
  }

  private Optional<Uni<Void>> batch() {
    List<Exposed> taken = waiting.take(BATCH);
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WriteBehind.allBut(taken, table::write, PgExposureLog::giveUp)
                .invoke(() -> waiting.settle(taken)));
  }

  private static void giveUp(Exposed exposed, Throwable failure) {
    Log.errorf("An exposure to %s cannot be kept: %s", exposed.experiment(), failure);
  }
}
