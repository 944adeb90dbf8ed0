package dev.attune.command;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.models.TrainingEvent;
import dev.attune.models.backtest.OwnLog;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** What {@code backtest --log store} does once the stores and the catalog are there. */
class BacktestJob implements QuarkusApplication {
  private final Catalog catalog;
  private final EventLog events;
  private final Clock clock;

  BacktestJob(Catalog catalog, EventLog events, Clock clock) {
    this.catalog = catalog;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public int run(String... arguments) {
    OwnLog log = new Stored(catalog.snapshot(), events, clock.instant());
    System.out.println(Backtest.json(Backtest.scores(arguments[0], log, System.err::println)));
    return CommandLine.DONE;
  }

  /** Both as they are at one instant, though events come in meanwhile. */
  private record Stored(CatalogSnapshot catalog, EventLog events, Instant until) implements OwnLog {
    @Override
    public void each(Consumer<TrainingEvent> to) {
      events.read(
          Instant.EPOCH,
          EventLog.Received.upTo(until),
          event ->
              to.accept(new TrainingEvent(event.owner(), event.happenedAt(), event.signals())));
    }
  }
}
