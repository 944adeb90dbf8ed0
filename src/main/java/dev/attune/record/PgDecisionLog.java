package dev.attune.record;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The log in PostgreSQL, behind a queue that a timer empties in batches. */
@ApplicationScoped
class PgDecisionLog implements DecisionLog {
  static final int BATCH = 500;
  private static final long EVERY_MILLIS = 100;
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  private final PgDecisionTable table;
  private final Vertx vertx;
  private final DecisionQueue queue;
  private final Counter dropped;
  private final AtomicReference<@Nullable Uni<Void>> running = new AtomicReference<>();
  private volatile long timer = -1;

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
    // The first may join a drain that began before the last decisions came.
    return drain().chain(this::drain);
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(EVERY_MILLIS, tick -> tick());
  }

  void stop(@Observes ShutdownEvent stopped) {
    vertx.cancelTimer(timer);
    settled().await().atMost(SHUTDOWN);
  }

  /** Writes until nothing waits; joins the drain that is under way where there is one. */
  Uni<Void> drain() {
    Uni<Void> mine =
        Uni.createFrom()
            .deferred(this::writeAll)
            .onTermination()
            .invoke(() -> running.set(null))
            .memoize()
            .indefinitely();
    Uni<Void> theirs = running.compareAndExchange(null, mine);
    return theirs == null ? mine : theirs;
  }

  private void tick() {
    if (queue.size() > 0 && running.get() == null) {
      drain()
          .subscribe()
          .with(done -> {}, failure -> Log.warnf("Decisions wait: %s", failure.getMessage()));
    }
  }

  private Uni<Void> writeAll() {
    List<RecordedDecision> batch = queue.take(BATCH);
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .item(() -> PgDecisionTable.Batch.of(batch))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(table::write)
        .onFailure(PgDecisionLog::refused)
        .recoverWithUni(failure -> giveUp(batch, failure))
        .invoke(queue::settle)
        .chain(this::writeAll);
  }

  /** The same batch would be refused for ever: data exceptions and violated constraints. */
  private static boolean refused(Throwable failure) {
    return failure instanceof PgException refusal
        && refusal.getSqlState() != null
        && (refusal.getSqlState().startsWith("22") || refusal.getSqlState().startsWith("23"));
  }

  private Uni<Void> giveUp(List<RecordedDecision> batch, Throwable failure) {
    Log.errorf(failure, "%d decisions cannot be kept", batch.size());
    dropped.increment(batch.size());
    return Uni.createFrom().voidItem();
  }
}
