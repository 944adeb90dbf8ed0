package dev.attune.experiments.report;

import dev.attune.experiments.advice.Advice;
import dev.attune.experiments.advice.Findings;
import dev.attune.experiments.metric.Measured;
import dev.attune.experiments.metric.Measured.Group;
import dev.attune.experiments.metric.Measured.OfVariant;
import dev.attune.experiments.report.Report.Compared;
import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Report.ForWhom;
import dev.attune.experiments.report.Report.Guarded;
import dev.attune.experiments.report.Report.Point;
import dev.attune.experiments.statistics.Comparison;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Family;
import dev.attune.experiments.statistics.Guardrail;
import dev.attune.experiments.statistics.Metric;
import dev.attune.experiments.statistics.Mixture;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.statistics.SampleRatio;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Yardstick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a report off an experiment's sums. Pure. */
final class Reading {
  /** The chance of a false claim over an experiment's whole life. */
  static final double ALPHA = .05;

  /** Of orders: with fewer known costs margin says nothing, and guards nothing. */
  static final double COSTED = .8;

  private final Definition definition;
  private final Measured measured;
  private final Instant at;

  Reading(Definition definition, Measured measured, Instant at) {
    this.definition = definition;
    this.measured = measured;
    this.at = at;
  }

  Report report() {
    List<List<Effect>> effects = new ArrayList<>();
    for (Yardstick yardstick : Yardstick.values()) {
      effects.add(effects(yardstick, OfVariant::all));
    }
    SampleRatio ratio =
        SampleRatio.of(
            definition.arms().stream().map(arm -> measured.variant(arm.key()).units()).toList(),
            definition.arms().stream().map(Arm::weight).toList());
    return new Report(
        definition,
        at,
        measured,
        ratio,
        compared(effects),
        conclusions(effects, ratio),
        groups(),
        series());
  }

  private List<Arm> treatments() {
    return definition.arms().subList(1, definition.arms().size());
  }

  /** Of the two variants of a comparison. */
  static long planned(Definition definition) {
    return Math.max(1, definition.measuring().plannedUnits() * 2 / definition.arms().size());
  }

  private List<Effect> effects(
      Yardstick yardstick, BiFunction<OfVariant, Yardstick, Moments> moments) {
    double alpha =
        yardstick == definition.measuring().primary()
            ? Family.each(ALPHA, treatments().size())
            : ALPHA;
    return new Comparison(
            yardstick.metric(), Mixture.tunedFor(alpha, planned(definition)), yardstick.adjusted())
        .of(
            definition.arms().stream()
                .map(arm -> moments.apply(measured.variant(arm.key()), yardstick))
                .toList());
  }

  private List<Compared> compared(List<List<Effect>> effects) {
    List<Compared> all = new ArrayList<>();
    List<Double> evidence =
        effects.stream().flatMap(List::stream).map(Effect::logEvidence).toList();
    List<Boolean> claims = Family.claims(evidence, ALPHA);
    for (Yardstick yardstick : Yardstick.values()) {
      for (Arm arm : treatments()) {
        Effect effect = effects.get(yardstick.ordinal()).get(treatments().indexOf(arm));
        boolean known = yardstick != Yardstick.MARGIN || marginKnown();
        all.add(new Compared(yardstick, arm.key(), effect, known && claims.get(all.size())));
      }
    }
    return all;
  }

  private boolean marginKnown() {
    return measured.orders().costed() >= COSTED;
  }

  private List<Conclusion> conclusions(List<List<Effect>> effects, SampleRatio ratio) {
    List<Effect> primary = effects.get(definition.measuring().primary().ordinal());
    List<Double> corrected = Family.holm(primary.stream().map(Effect::pValue).toList());
    List<Conclusion> conclusions = new ArrayList<>();
    for (int i = 0; i < treatments().size(); i++) {
      Effect margin = effects.get(Yardstick.MARGIN.ordinal()).get(i);
      Effect discount = effects.get(Yardstick.DISCOUNT_SHARE.ordinal()).get(i);
      List<Guarded> guarded = guarded(margin, discount);
      Findings findings =
          new Findings(
              primary.get(i),
              corrected.get(i),
              guarded.stream().map(Guarded::outcome).toList(),
              ratio,
              progress(primary.get(i)));
      Advice advice = advice(findings);
      conclusions.add(
          new Conclusion(
              treatments().get(i).key(),
              primary.get(i),
              corrected.get(i),
              guarded,
              advice,
              marginKnown() ? margin.difference().value() * margin.treatment().units() : null));
    }
    return conclusions;
  }

  private Advice advice(Findings findings) {
    Definition.Measuring measuring = definition.measuring();
    Advice advice =
        Advice.of(
            findings, new Advice.Bar(ALPHA, measuring.worthwhile(), measuring.primary().harm()));
    @Nullable Instant stopped = definition.life().stoppedAt();
    return stopped == null
        ? advice
        : advice.ended(at.isBefore(stopped.plus(Duration.ofDays(measuring.windowDays()))));
  }

  /** Each of the two guards, of each treatment, has its part of the alpha. */
  private List<Guarded> guarded(Effect margin, Effect discount) {
    double alpha = Family.each(ALPHA, 2 * treatments().size());
    Definition.Measuring measuring = definition.measuring();
    Guardrail falling =
        new Guardrail(Guardrail.Harm.FALLING, true, measuring.marginTolerance(), alpha);
    Guardrail rising =
        new Guardrail(Guardrail.Harm.RISING, false, measuring.discountTolerance(), alpha);
    return List.of(
        new Guarded(
            Yardstick.MARGIN,
            marginKnown()
                ? falling.judge(margin.treatment(), margin.control(), planned(definition))
                : Guardrail.Outcome.UNDECIDED),
        new Guarded(
            Yardstick.DISCOUNT_SHARE,
            rising.judge(discount.treatment(), discount.control(), planned(definition))));
  }

  private Findings.Progress progress(Effect effect) {
    Definition.Life life = definition.life();
    Instant started = life.startedAt() == null ? at : life.startedAt();
    Instant ended = life.stoppedAt() == null ? at : life.stoppedAt();
    long units = effect.treatment().units() + effect.control().units();
    return new Findings.Progress(
        (int) Duration.between(started, ended).toDays(), units, planned(definition));
  }

  /** Their intervals hold all at once. */
  private List<ForWhom> groups() {
    double alpha = Family.each(ALPHA, Group.values().length * treatments().size());
    Comparison comparison =
        new Comparison(Metric.MEAN, Mixture.tunedFor(alpha, planned(definition)), false);
    List<ForWhom> groups = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Effect> effects =
          comparison.of(
              definition.arms().stream()
                  .map(arm -> measured.variant(arm.key()).of(group))
                  .toList());
      for (int i = 0; i < effects.size(); i++) {
        groups.add(new ForWhom(group, treatments().get(i).key(), effects.get(i)));
      }
    }
    return groups;
  }

  private List<Point> series() {
    TreeSet<LocalDate> days = new TreeSet<>();
    definition.arms().forEach(arm -> days.addAll(measured.variant(arm.key()).days().keySet()));
    List<Point> series = new ArrayList<>();
    for (LocalDate day : days) {
      List<Effect> effects =
          effects(
              definition.measuring().primary(),
              (variant, yardstick) -> variant.until(yardstick, day));
      for (int i = 0; i < effects.size(); i++) {
        series.add(new Point(day, treatments().get(i).key(), effects.get(i)));
      }
    }
    return series;
  }
}
