package dev.attune.graphql.experiments;

import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Baseline;
import dev.attune.experiments.statistics.Level;
import dev.attune.experiments.statistics.Plan;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Yardstick;
import dev.attune.graphql.experiments.ExperimentPayload.ExperimentPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an experiment can be expected to find before it starts; too little is a warning. */
final class Planning {
  private static final double ALPHA = .05;
  private static final double POWER = .8;
  private static final double BUCKETS = 10_000;
  private static final int LONGEST_DAYS = 90;

  private Planning() {}

  static ExperimentPayload of(Definition definition, Baseline baseline) {
    @Nullable Double lift = lift(definition, baseline);
    @Nullable Double days = days(definition, baseline);
    List<String> warnings = new ArrayList<>();
    if (lift == null) {
      warnings.add("NO_HISTORY: nothing was bought in the last 28 days, so power is unknown");
    }
    if (definition.measuring().plannedUnits() < Level.FIRST_LOOK * definition.arms().size()) {
      warnings.add(
          "WITHOUT_POWER: a variant says nothing before it has %d shoppers"
              .formatted(Level.FIRST_LOOK));
    }
    double worthwhile = definition.measuring().worthwhile();
    if (lift != null && lift > Math.max(worthwhile, worthwhile > 0 ? 0 : .2)) {
      warnings.add(
          "WITHOUT_POWER: the planned shoppers find a lift of %.1f %% or more"
              .formatted(lift * 100));
    }
    if (days != null && days > LONGEST_DAYS) {
      warnings.add("TOO_LONG: the planned shoppers take %.0f days to come".formatted(days));
    }
    Definition.Scope scope = definition.scope();
    if (days != null && !(scope.markets().isEmpty() && scope.segments().isEmpty())) {
      warnings.add(
          "AT_LEAST: days count all shoppers, not those of its markets and segments alone");
    }
    return new ExperimentPayload(
        new MerchantExperiment(definition),
        new ExperimentPlan(lift, days, baseline.shoppersADay()),
        warnings);
  }

  private static @Nullable Double lift(Definition definition, Baseline baseline) {
    boolean orders = definition.measuring().primary() == Yardstick.CONVERSION;
    double share = baseline.conversion();
    double mean = orders ? share : baseline.mean();
    double variance = orders ? share * (1 - share) : baseline.variance();
    if (mean <= 0 || variance <= 0) {
      return null;
    }
    double all = definition.arms().stream().mapToInt(Arm::weight).sum();
    double control = definition.arms().get(0).weight() / all;
    double treatment =
        definition.arms().stream().skip(1).mapToInt(Arm::weight).min().orElse(1) / all;
    int comparisons = definition.arms().size() - 1;
    Plan plan = new Plan(ALPHA / comparisons, POWER, treatment, control);
    long units = Math.round(definition.measuring().plannedUnits() * (treatment + control));
    return plan.effect(Plan.Looking.ANYTIME, variance, Math.max(1, units)) / mean;
  }

  private static @Nullable Double days(Definition definition, Baseline baseline) {
    Ramp ramp = definition.life().ramp();
    int last = ramp.steps().get(ramp.steps().size() - 1);
    double slice =
        (definition.scope().buckets().to() - definition.scope().buckets().from()) / BUCKETS;
    double arrivals = baseline.shoppersADay() * slice * last / BUCKETS;
    return arrivals <= 0 ? null : definition.measuring().plannedUnits() / arrivals;
  }
}
