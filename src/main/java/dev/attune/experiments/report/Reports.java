package dev.attune.experiments.report;

import dev.attune.experiments.metric.Outcomes;
import dev.attune.experiments.store.Definition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Reports of experiments as they stand. */
@ApplicationScoped
public class Reports {
  private final Outcomes outcomes;
  private final Clock clock;

  Reports(Outcomes outcomes, Clock clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** With all that is known by now; an experiment that stopped is still measured. */
  public Uni<Report> of(Definition definition) {
    Instant now = clock.instant();
    return outcomes
        .measure(definition, now)
        .map(measured -> new Reading(definition, measured, now).report());
  }
}
