package dev.attune.experiments.report;

import dev.attune.experiments.advice.Advice;
import dev.attune.experiments.metric.Measured;
import dev.attune.experiments.metric.Measured.Group;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Guardrail;
import dev.attune.experiments.statistics.SampleRatio;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Yardstick;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one look at an experiment says; valid at this look and at every other.
 *
 * @param conclusions one for each treatment
 * @param groups what each treatment did to each group's takings
 * @param series the deciding effect of all who came until each day
 */
public record Report(
    Definition definition,
    Instant at,
    Measured measured,
    SampleRatio ratio,
    List<Compared> metrics,
    List<Conclusion> conclusions,
    List<ForWhom> groups,
    List<Point> series) {
  public Report {
    metrics = List.copyOf(metrics);
    conclusions = List.copyOf(conclusions);
    groups = List.copyOf(groups);
    series = List.copyOf(series);
  }

  /**
   * One yardstick for one treatment.
   *
   * @param claimed whether it holds after the correction for many questions
   */
  public record Compared(Yardstick yardstick, String variant, Effect effect, boolean claimed) {}

  /** What must not be harmed, and whether it was. */
  public record Guarded(Yardstick yardstick, Guardrail.Outcome outcome) {}

  /**
   * What to make of one treatment.
   *
   * @param pValue of the deciding effect, corrected for the other treatments
   * @param gainedMinor margin that it brought in so far, less control's, in minor units; null where
   *     too few costs are known to say
   */
  public record Conclusion(
      String variant,
      Effect primary,
      double pValue,
      List<Guarded> guardrails,
      Advice advice,
      @Nullable Double gainedMinor) {
    public Conclusion {
      guardrails = List.copyOf(guardrails);
    }

    boolean harms() {
      return !guarded(Guardrail.Outcome.BREACHED).isEmpty();
    }

    /** What must not be harmed and has this outcome. */
    List<Yardstick> guarded(Guardrail.Outcome outcome) {
      return guardrails.stream()
          .filter(guarded -> guarded.outcome() == outcome)
          .map(Guarded::yardstick)
          .toList();
    }
  }

  /**
   * What one treatment did to what a group of shoppers brought in; it explains, and claims nothing.
   */
  public record ForWhom(Group group, String variant, Effect revenue) {}

  /** A yardstick of one treatment. */
  public Compared compared(Yardstick yardstick, String variant) {
    return metrics.stream()
        .filter(one -> one.yardstick() == yardstick && one.variant().equals(variant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No treatment " + variant));
  }

  /** The deciding effect of one treatment on those who came until the end of a day. */
  public record Point(LocalDate day, String variant, Effect effect) {}

  /** Whether it must not go on: nothing that it says can be believed, or it harms. */
  public boolean mustStop() {
    return ratio.mismatch() || conclusions.stream().anyMatch(Conclusion::harms);
  }
}
