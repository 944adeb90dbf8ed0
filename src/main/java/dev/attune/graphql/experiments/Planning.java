package dev.attune.graphql.experiments;

import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Baseline;
import dev.attune.experiments.statistics.Level;
import dev.attune.experiments.statistics.Metric;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.statistics.Plan;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.graphql.experiments.ExperimentPayload.ExperimentPlan;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.segment.SegmentCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an experiment can be expected to find before it starts; too little is a warning. */
final class Planning {
  private static final double ALPHA = .05;
  private static final double POWER = .8;
  private static final double BUCKETS = 10_000;
  private static final int LONGEST_DAYS = 90;

  private Planning() {}

  /**
   * @param segments how many shoppers the segments had when they were last counted, by id
   */
  static ExperimentPayload of(
      Definition definition, Baseline baseline, Map<String, SegmentCount> segments) {
    Audience audience = Audience.of(definition.scope(), segments);
    @Nullable Moments shoppers = baseline.shoppers();
    @Nullable Double lift = shoppers == null ? null : lift(definition, shoppers);
    double arrivals = baseline.shoppersADay() * audience.share();
    @Nullable Double days = days(definition, arrivals);
    List<String> warnings = new ArrayList<>();
    if (shoppers == null) {
      warnings.add(
          "NO_TIME: what decides, as it was in the last weeks, could not be told within seconds, so"
              + " power is unknown");
    } else if (lift == null) {
      warnings.add(
          "NO_HISTORY: too little is known of what decides, as it was in the last weeks, so power"
              + " is unknown");
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
    if (days != null && !audience.exact()) {
      warnings.add("AT_LEAST: not all who are counted in its days are in its segments");
    }
    warnings.addAll(taken(definition.scope(), baseline));
    return new ExperimentPayload(
        new MerchantExperiment(definition), new ExperimentPlan(lift, days, arrivals), warnings);
  }

  /** What is taken for granted of markets and segments. */
  private static List<String> taken(Definition.Scope scope, Baseline baseline) {
    List<String> taken = new ArrayList<>();
    if (!scope.markets().isEmpty() && baseline.marketsTold() <= 0) {
      taken.add(
          "MARKETS_UNKNOWN: no event of the last weeks tells its market, so its days and power are"
              + " those of everybody who came");
    } else if (!scope.markets().isEmpty() && baseline.marketsTold() < 1) {
      taken.add(
          ("MARKETS_ESTIMATED: of %.0f %% of who came an event tells the market; the others are"
                  + " taken to be spread like them, and to have bought nothing")
              .formatted(baseline.marketsTold() * 100));
    }
    if (!scope.segments().isEmpty()) {
      taken.add(
          "SEGMENTS_ESTIMATED: power is that of all shoppers of its markets"
              + (scope.markets().isEmpty()
                  ? ""
                  : ", and its segments are taken to be as large there as everywhere"));
    }
    return taken;
  }

  /**
   * What was counted of the segments as they are now; what was counted before that says nothing.
   */
  static Map<String, SegmentCount> counted(List<Segment> segments, Map<String, SegmentCount> last) {
    return segments.stream()
        .flatMap(
            segment -> Stream.ofNullable(last.get(segment.id())).filter(one -> one.counts(segment)))
        .collect(Collectors.toMap(SegmentCount::segment, one -> one));
  }

  /** Of one that was written though what the shop was like before could not be told. */
  static ExperimentPayload without(Definition definition) {
    return new ExperimentPayload(
        new MerchantExperiment(definition),
        null,
        List.of(
            "UNPLANNED: what the shop was like in the last weeks could not be told in time, so"
                + " nothing is known of power and days; it was written all the same"));
  }

  /**
   * Whom an experiment is for, of all who come.
   *
   * @param share at most
   * @param exact whether it is not less
   */
  private record Audience(double share, boolean exact) {
    /** Who is in several segments is counted in each. */
    static Audience of(Definition.Scope scope, Map<String, SegmentCount> counts) {
      double share = 0;
      boolean counted = true;
      for (String segment : scope.segments()) {
        @Nullable SegmentCount count = counts.get(segment);
        boolean known = count != null && count.of() > 0;
        counted &= known;
        share += count == null || !known ? 1 : (double) count.members() / count.of();
      }
      return new Audience(
          scope.segments().isEmpty() ? 1 : Math.min(1, share),
          counted && scope.segments().size() <= 1);
    }
  }

  private static @Nullable Double lift(Definition definition, Moments shoppers) {
    Metric metric = definition.measuring().primary().metric();
    double mean = metric.of(shoppers);
    double variance = metric.spread(shoppers);
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

  private static @Nullable Double days(Definition definition, double shoppersADay) {
    Ramp ramp = definition.life().ramp();
    int last = ramp.steps().get(ramp.steps().size() - 1);
    double slice =
        (definition.scope().buckets().to() - definition.scope().buckets().from()) / BUCKETS;
    double arrivals = shoppersADay * slice * last / BUCKETS;
    return arrivals <= 0 ? null : definition.measuring().plannedUnits() / arrivals;
  }
}
