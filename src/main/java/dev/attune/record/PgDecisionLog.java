package dev.attune.record;

import dev.attune.platform.personal.OnTheirWay;
import dev.attune.platform.work.WriteBehind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The log in PostgreSQL, behind a queue that a timer empties in batches. */
@ApplicationScoped
class PgDecisionLog implements DecisionLog, OnTheirWay {
  static final int BATCH = 500;

  private final PgDecisionTable table;
  private final Vertx vertx;
  private final DecisionQueue queue;
  private final Counter dropped;
  private final WriteBehind writing = new WriteBehind("Decisions", this::batch);

  @Inject
  PgDecisionLog(
      PgDecisionTable table, Vertx vertx, DecisionSettings settings, MeterRegistry meters) {
    this.table = table;
    this.vertx = vertx;
    DecisionQueue decisions = new DecisionQueue(settings.queue());
    this.queue = decisions;
    this.dropped =
        Counter.builder("attune.decisions.dropped")
            .description("Decisions that were answered and not kept")
            .register(meters);
    Gauge.builder("attune.decisions.queued", decisions, DecisionQueue::size)
        .description("Decisions that are not yet durable")
        .register(meters);
  }

  @Override
  public void append(RecordedDecision decision) {
    if (!queue.offer(decision)) {
      dropped.increment();
    }
  }

  @Override
  public Uni<Optional<RecordedDecision>> find(String id) {
    Optional<RecordedDecision> waiting = queue.find(id);
    return waiting.isPresent() ? Uni.createFrom().item(waiting) : table.find(id);
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

  /** Writes until nothing waits. */
  Uni<Void> drain() {
    return writing.drain();
  }

  private Optional<Uni<Void>> batch() {
    List<RecordedDecision> batch = queue.take(BATCH);
    return batch.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WriteBehind.allBut(batch, this::written, this::giveUp)
                .invoke(() -> queue.settle(batch)));
  }

  private Uni<Void> written(List<RecordedDecision> batch) {
    return Uni.createFrom()
        .item(() -> PgDecisionTable.Batch.of(batch))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(table::write);
  }

  private void giveUp(RecordedDecision decision, Throwable failure) {
    Log.errorf("The decision %s cannot be kept: %s", decision.id(), failure);
    dropped.increment();
  }
}
