package dev.attune.demo;

import dev.attune.catalog.Catalog;
import dev.attune.demo.PgDemoMarker.Load;
import dev.attune.simulator.SimulatorSettings;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills an empty gateway with the demo shop: assortment, then what merchants write, then the
 * traffic. Each step again changes nothing, so a load that broke off begins anew at the next start.
 */
@ApplicationScoped
class DemoLoader {
  private static final int AFTER_OTHERS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DemoSettings settings;
  private final boolean embedded;
  private final Catalog catalog;
  private final PgDemoMarker marker;
  private final DemoSteps steps;
  private final Clock clock;
  private volatile State state = State.NOT_WANTED;

  DemoLoader(
      DemoSettings settings,
      @ConfigProperty(name = "attune.catalog.embedded", defaultValue = "false") boolean catalogIs,
      @ConfigProperty(name = "attune.customer.embedded", defaultValue = "false") boolean customerIs,
      Catalog catalog,
      PgDemoMarker marker,
      DemoSteps steps,
      Clock clock) {
    this.settings = settings;
    this.embedded = catalogIs && customerIs;
    this.catalog = catalog;
    this.marker = marker;
    this.steps = steps;
    this.clock = clock;
  }

  /** How it stands with the demo shop. */
  enum State {
    NOT_WANTED,
    LOADING,
    LOADED,
    FAILED
  }

  State state() {
    return state;
  }

  void start(@Observes @Priority(AFTER_OTHERS) StartupEvent started) {
    if (!settings.enabled().orElse(embedded)) {
      return;
    }
    Optional<Load> begun = marker.read();
    if (begun.isPresent() ? begun.get().complete() : hasProducts()) {
      state = begun.isPresent() ? State.LOADED : State.NOT_WANTED;
      return;
    }
    state = State.LOADING;
    Uni.createFrom()
        .voidItem()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::load)
        .subscribe()
        .with(done -> state = State.LOADED, this::failed);
  }

  /** Loads what is missing and marks it complete. Blocks. */
  void load() {
    Instant began = clock.instant();
    marker.begin(began.truncatedTo(ChronoUnit.DAYS));
    Instant until = marker.read().orElseThrow().until();
    long rows = steps.assortment().load();
    steps.merchandise().load(began).await().atMost(PATIENCE);
    long events = steps.traffic().load(traffic(until));
    marker.complete(clock.instant());
    Log.infof(
        "The demo shop Linden & Lark is open: %d variants, %d events of %d days, in %d ms",
        rows, events, settings.days(), Duration.between(began, clock.instant()).toMillis());
  }

  private SimulatorSettings traffic(Instant until) {
    return SimulatorSettings.defaults()
        .withShoppers(settings.shoppers())
        .within(until.minus(Duration.ofDays(settings.days())), until);
  }

  private boolean hasProducts() {
    return !catalog.snapshot().products().isEmpty();
  }

  private void failed(Throwable failure) {
    state = State.FAILED;
    Log.error("The demo shop could not be loaded; the next start goes on with it", failure);
  }
}
