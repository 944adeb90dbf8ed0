package dev.attune.experiments.report;

import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Experiments;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Stops running experiments by itself: where the variants did not get their shares of shoppers, and
 * where a number that must not be harmed was. Its bounds hold at every look, so it may look often.
 */
@ApplicationScoped
public class Guard {
  private static final String WHO = "guardrail";

  private final Experiments experiments;
  private final Reports reports;
  private final Clock clock;

  Guard(Experiments experiments, Reports reports, Clock clock) {
    this.experiments = experiments;
    this.reports = reports;
    this.clock = clock;
  }

  /** Looks now; those that it stopped. */
  public Uni<List<Definition>> look() {
    return Multi.createFrom()
        .iterable(experiments.current().definitions())
        .filter(Definition::running)
        .onItem()
        .transformToUniAndConcatenate(this::look)
        .onItem()
        .<Definition>transformToIterable(stopped -> stopped.stream().toList())
        .collect()
        .asList();
  }

  /**
   * One that cannot be looked at, or that somebody wrote to meanwhile, keeps no other unguarded.
   */
  private Uni<Optional<Definition>> look(Definition running) {
    return Uni.createFrom()
        .deferred(() -> reports.of(running))
        .chain(
            report ->
                report.mustStop()
                    ? stop(report).map(Optional::of)
                    : Uni.createFrom().item(Optional.<Definition>empty()))
        .onFailure()
        .invoke(failure -> Log.warnf("Experiment %s was not looked at: %s", running.id(), failure))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Uni<Definition> stop(Report report) {
    Definition definition = report.definition();
    String why = report.ratio().mismatch() ? "SAMPLE_RATIO_MISMATCH" : "GUARDRAIL_BREACHED";
    Log.infof("Experiment %s is stopped: %s", definition.id(), why);
    Ramp ramp = definition.life().ramp();
    Definition.Life stopped =
        new Definition.Life(
            Definition.State.STOPPED,
            ramp,
            definition.life().startedAt(),
            clock.instant(),
            why,
            definition.life().capMinor());
    return experiments.write(
        new Experiments.Write(
            definition.id(), definition.version(), WHO, "experiment.stopped", clock.instant()),
        definition,
        stored -> stored.with(stopped));
  }

  @Scheduled(
      every = "${attune.experiments.guard-every:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> now() {
    return look().replaceWithVoid();
  }
}
