package dev.attune.experiments.report;

import dev.attune.experiments.metric.Attribution;
import dev.attune.experiments.metric.Outcomes;
import dev.attune.experiments.store.Definition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reports of experiments as they stand. */
@ApplicationScoped
public class Reports {
  private final Outcomes outcomes;
  private final Attribution attribution;
  private final Clock clock;

  Reports(Outcomes outcomes, Attribution attribution, Clock clock) {
    this.outcomes = outcomes;
    this.attribution = attribution;
    this.clock = clock;
  }

  /** With all that is known by now; an experiment that stopped is still measured. */
  public Uni<Report> of(Definition definition) {
    Instant now = clock.instant();
    return outcomes
        .measure(definition, now)
        .map(measured -> new Reading(definition, measured, now).report());
  }

  /** What a report's treatments did to the takings of each part of the shop, until its time. */
  public Uni<List<UseCaseEffect>> byUseCase(Report report) {
    return attribution
        .of(report.definition(), report.at())
        .map(takings -> UseCaseEffect.of(report, takings));
  }
}
