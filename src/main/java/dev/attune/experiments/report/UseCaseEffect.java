package dev.attune.experiments.report;

import dev.attune.experiments.metric.Taking;
import dev.attune.experiments.metric.Takings;
import dev.attune.experiments.statistics.Comparison;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Metric;
import dev.attune.experiments.statistics.Mixture;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.UseCase;
import java.util.ArrayList;
import java.util.List;

/**
 * What a treatment did to the takings of one part of the shop. It explains and claims nothing: a
 * shopper who finds a thing through search may have bought it from the home page otherwise.
 */
public record UseCaseEffect(UseCase useCase, Taking taking, String variant, Effect effect) {

  /** Of every part in which somebody took something, and of all that can be taken there. */
  static List<UseCaseEffect> of(Report report, Takings takings) {
    Definition definition = report.definition();
    List<Arm> arms = definition.arms();
    Mixture mixture = Mixture.tunedFor(Reading.ALPHA, Reading.planned(definition));
    Comparison comparison = new Comparison(Metric.MEAN, mixture, false);
    List<UseCaseEffect> all = new ArrayList<>();
    for (UseCase useCase : UseCase.values()) {
      if (takings.sums().keySet().stream().noneMatch(of -> of.useCase() == useCase)) {
        continue;
      }
      for (Taking taking : Taking.values()) {
        List<Effect> effects =
            comparison.of(
                arms.stream()
                    .map(
                        arm ->
                            takings.moments(
                                new Takings.Of(useCase, arm.key()),
                                taking,
                                report.measured().variant(arm.key()).ripe()))
                    .toList());
        for (int i = 0; i < effects.size(); i++) {
          all.add(new UseCaseEffect(useCase, taking, arms.get(i + 1).key(), effects.get(i)));
        }
      }
    }
    return all;
  }
}
