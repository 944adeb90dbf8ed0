package dev.attune.graphql.experiments;

import dev.attune.experiments.metric.Measured;
import dev.attune.experiments.report.Notes;
import dev.attune.experiments.report.Report;
import dev.attune.experiments.report.Report.Compared;
import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Report.ForWhom;
import dev.attune.experiments.report.Sentences;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Interval;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Yardstick;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentMetricName;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What an experiment says now. Money is in units of the experiment's currency. */
@Description("What an experiment says now; all of it stays valid however often it is looked at.")
public final class ExperimentReport {
  private final Report report;
  private final Locale locale;

  ExperimentReport(Report report, Locale locale) {
    this.report = report;
    this.locale = locale;
  }

  @Ignore
  public Report report() {
    return report;
  }

  @NonNull
  public OffsetDateTime getAt() {
    return report.at().atOffset(ZoneOffset.UTC);
  }

  @NonNull
  public List<@NonNull ExperimentVariantCount> getVariants() {
    return report.definition().arms().stream()
        .map(
            arm -> {
              Measured.OfVariant variant = report.measured().variant(arm.key());
              return new ExperimentVariantCount(
                  arm.key(), (int) variant.units(), (int) variant.ripe(), (int) variant.crossed());
            })
        .toList();
  }

  @NonNull
  public ExperimentSampleRatio getSampleRatio() {
    return new ExperimentSampleRatio(report.ratio().mismatch(), report.ratio().pValue());
  }

  @NonNull
  public List<@NonNull ExperimentConclusion> getConclusions() {
    return report.conclusions().stream()
        .map(conclusion -> ExperimentConclusion.of(report, conclusion, locale))
        .toList();
  }

  @NonNull
  public List<@NonNull ExperimentMetric> getMetrics() {
    return report.metrics().stream().map(one -> ExperimentMetric.of(one, currency())).toList();
  }

  @NonNull
  @Description(
      "For whom: revenue a shopper of those who had bought within the 28 days before they came, and"
          + " of all others. It explains, and claims nothing.")
  public List<@NonNull ExperimentGroup> getGroups() {
    double scale = Amounts.major(1, currency());
    return report.groups().stream().map(group -> ExperimentGroup.of(group, scale)).toList();
  }

  @NonNull
  @Description("The deciding metric of all who came until each day.")
  public List<@NonNull ExperimentPoint> getSeries() {
    double scale = scale(report);
    return report.series().stream()
        .map(
            point ->
                new ExperimentPoint(
                    point.day(),
                    point.variant(),
                    (int) (point.effect().treatment().units() + point.effect().control().units()),
                    ExperimentEstimate.of(point.effect().difference(), scale)))
        .toList();
  }

  @NonNull
  public List<@NonNull String> getNotes() {
    return Notes.of(report, locale);
  }

  private String currency() {
    return report.definition().measuring().currency();
  }

  /** How many shoppers a variant has. */
  public record ExperimentVariantCount(
      @NonNull String variant,
      int shoppers,
      @Description("Whose window is over: these are compared.") int compared,
      @Description("Who belong to two variants, and are left out.") int crossedOver) {}

  /** Whether the variants got their shares. */
  public record ExperimentSampleRatio(boolean mismatch, double pValue) {}

  /** A number and what is not ruled out around it; null ends are open. */
  public record ExperimentEstimate(double value, @Nullable Double lower, @Nullable Double upper) {
    static ExperimentEstimate of(Estimate estimate, double scale) {
      Interval interval = estimate.interval();
      return new ExperimentEstimate(
          estimate.value() * scale, end(interval.lower() * scale), end(interval.upper() * scale));
    }

    private static @Nullable Double end(double value) {
      return Double.isFinite(value) ? value : null;
    }
  }

  /** One metric of one treatment against the control. */
  public record ExperimentMetric(
      @NonNull ExperimentMetricName metric,
      @NonNull String variant,
      double control,
      double treatment,
      @NonNull ExperimentEstimate difference,
      @Nullable ExperimentEstimate lift,
      double pValue,
      @Description("Whether it can be claimed after the correction for many questions.")
          boolean claimed) {
    static ExperimentMetric of(Compared compared, String currency) {
      Effect effect = compared.effect();
      double scale = scale(compared.yardstick(), currency);
      return new ExperimentMetric(
          ExperimentMetricName.valueOf(compared.yardstick().name()),
          compared.variant(),
          effect.control().mean() * scale,
          effect.treatment().mean() * scale,
          ExperimentEstimate.of(effect.difference(), scale),
          effect.lift().map(lift -> ExperimentEstimate.of(lift, 1)).orElse(null),
          effect.pValue(),
          compared.claimed());
    }
  }

  /** A group of shoppers of one treatment against the same group of the control. */
  public record ExperimentGroup(
      @NonNull @Description("BOUGHT_BEFORE or OTHERS.") String group,
      @NonNull String variant,
      @Description("Of both variants.") int compared,
      double control,
      double treatment,
      @NonNull ExperimentEstimate difference) {
    static ExperimentGroup of(ForWhom group, double scale) {
      Effect revenue = group.revenue();
      return new ExperimentGroup(
          group.group().name(),
          group.variant(),
          (int) (revenue.treatment().units() + revenue.control().units()),
          revenue.control().mean() * scale,
          revenue.treatment().mean() * scale,
          ExperimentEstimate.of(revenue.difference(), scale));
    }
  }

  /** The deciding metric until one day. */
  public record ExperimentPoint(
      @NonNull LocalDate day,
      @NonNull String variant,
      int compared,
      @NonNull ExperimentEstimate difference) {}

  /** What must not be harmed: PASS, BREACHED or UNDECIDED. */
  public record ExperimentGuardrail(
      @NonNull ExperimentMetricName metric, @NonNull String outcome) {}

  /** What to make of one treatment. */
  public record ExperimentConclusion(
      @NonNull String variant,
      @NonNull
          @Description(
              "Whether it did better by the primary metric: MORE, LESS, NOT_SURE or"
                  + " NOT_TO_BE_BELIEVED.")
          String answer,
      @NonNull
          @Description(
              "KEEP_ON, SHIP or STOP; KEEP_ON of what has ended while it is still counted.")
          String action,
      @NonNull List<@NonNull String> reasons,
      @NonNull @Description("The same in plain words.") List<@NonNull String> sentences,
      double pValue,
      @NonNull List<@NonNull ExperimentGuardrail> guardrails,
      @NonNull ExperimentReturn economics) {
    static ExperimentConclusion of(Report report, Conclusion conclusion, Locale locale) {
      return new ExperimentConclusion(
          conclusion.variant(),
          conclusion.advice().answer().name(),
          conclusion.advice().action().name(),
          conclusion.advice().reasons().stream().map(Enum::name).toList(),
          Sentences.of(report, conclusion, locale),
          conclusion.pValue(),
          conclusion.guardrails().stream()
              .map(
                  guarded ->
                      new ExperimentGuardrail(
                          ExperimentMetricName.valueOf(guarded.yardstick().name()),
                          guarded.outcome().name()))
              .toList(),
          ExperimentReturn.of(report.definition(), conclusion));
    }
  }

  /** What it brought in, and what it cost. */
  public record ExperimentReturn(
      @Description(
              "Margin of those compared, less what control would have brought; null where the cost"
                  + " of too few goods is known.")
          @Nullable Double marginGained,
      @Description("Programme and discounts, as entered.") double cost,
      @Description("Gained for each unit of cost; null without either.")
          @Nullable Double returnOnCost) {
    static ExperimentReturn of(Definition definition, Conclusion conclusion) {
      String currency = definition.measuring().currency();
      @Nullable Double minor = conclusion.gainedMinor();
      @Nullable Double gained = minor == null ? null : Amounts.major(minor, currency);
      double cost =
          Amounts.major(
              definition.costs().programmeMinor() + definition.costs().discountMinor(), currency);
      return new ExperimentReturn(gained, cost, gained == null || cost <= 0 ? null : gained / cost);
    }
  }

  /** Of the deciding metric. */
  static double scale(Report report) {
    Definition.Measuring measuring = report.definition().measuring();
    return scale(measuring.primary(), measuring.currency());
  }

  private static double scale(Yardstick yardstick, String currency) {
    return yardstick.scale() == Yardstick.Scale.MONEY ? Amounts.major(1, currency) : 1;
  }
}
