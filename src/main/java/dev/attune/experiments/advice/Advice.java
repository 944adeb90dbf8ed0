package dev.attune.experiments.advice;

import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Guardrail;
import dev.attune.experiments.statistics.Guardrail.Harm;
import java.util.ArrayList;
import java.util.List;

/** The answer to "did it earn more", what to do next and why. */
public record Advice(Answer answer, Action action, List<Because> reasons) {
  private static final int WEEK_DAYS = 7;

  /**
   * What makes advice firm.
   *
   * @param alpha a corrected p-value at most this large counts as shown
   * @param worthwhile the least lift worth having, as a share of control; 0 for any
   * @param harm which way the metric that decides gets worse
   */
  public record Bar(double alpha, double worthwhile, Harm harm) {
    public Bar {
      if (!(alpha > 0 && alpha < 1 && worthwhile >= 0)) {
        throw new IllegalArgumentException("No bar: " + alpha + ", " + worthwhile);
      }
    }

    private boolean isBetter(Effect effect) {
      double change = effect.difference().value();
      return harm == Harm.FALLING ? change > 0 : change < 0;
    }

    /** Whether even the best that is not ruled out is less than what would be worth having. */
    private boolean isOutOfReach(Estimate lift) {
      return harm == Harm.FALLING
          ? lift.interval().upper() < worthwhile
          : lift.interval().lower() > -worthwhile;
    }
  }

  public Advice {
    reasons = List.copyOf(reasons);
  }

  /**
   * Stops are looked for first, because a harmful experiment need not last a week. All inputs are
   * valid at every look, so advice may be asked for at any time and followed at once.
   */
  public static Advice of(Findings findings, Bar bar) {
    if (findings.sampleRatio().mismatch()) {
      return because(Answer.NOT_TO_BE_BELIEVED, Action.STOP, Because.SAMPLE_RATIO_MISMATCH);
    }
    Answer answer = answer(findings, bar);
    if (findings.guardrails().contains(Guardrail.Outcome.BREACHED)) {
      return because(answer, Action.STOP, Because.GUARDRAIL_BREACHED);
    }
    return switch (answer) {
      case MORE -> shipping(findings);
      case LESS -> because(answer, Action.STOP, Because.EARNED_LESS);
      case NOT_SURE, NOT_TO_BE_BELIEVED -> waiting(findings, bar);
    };
  }

  /**
   * The same of an experiment that is over.
   *
   * @param counting whether what its last shoppers do is still counted
   */
  public Advice ended(boolean counting) {
    return action == Action.KEEP_ON && !counting ? new Advice(answer, Action.STOP, reasons) : this;
  }

  private static Answer answer(Findings findings, Bar bar) {
    if (findings.pValue() > bar.alpha) {
      return Answer.NOT_SURE;
    }
    return bar.isBetter(findings.primary()) ? Answer.MORE : Answer.LESS;
  }

  private static Advice shipping(Findings findings) {
    List<Because> reasons = new ArrayList<>(List.of(Because.EARNED_MORE));
    boolean hold =
        findings.guardrails().stream().allMatch(outcome -> outcome == Guardrail.Outcome.PASS);
    boolean week = findings.progress().days() >= WEEK_DAYS;
    if (!hold) {
      reasons.add(Because.GUARDRAIL_UNDECIDED);
    } else if (!findings.guardrails().isEmpty()) {
      reasons.add(Because.GUARDRAILS_HOLD);
    }
    if (!week) {
      reasons.add(Because.NOT_A_WHOLE_WEEK);
    }
    return new Advice(Answer.MORE, hold && week ? Action.SHIP : Action.KEEP_ON, reasons);
  }

  private static Advice waiting(Findings findings, Bar bar) {
    if (findings.primary().lift().filter(bar::isOutOfReach).isPresent()) {
      return because(Answer.NOT_SURE, Action.STOP, Because.TOO_LITTLE_TO_MATTER);
    }
    Findings.Progress progress = findings.progress();
    if (progress.units() >= progress.plannedUnits() && progress.days() >= WEEK_DAYS) {
      return because(Answer.NOT_SURE, Action.STOP, Because.PLAN_USED_UP);
    }
    return because(
        Answer.NOT_SURE,
        Action.KEEP_ON,
        progress.units() >= progress.plannedUnits()
            ? Because.NOT_A_WHOLE_WEEK
            : Because.NOT_ENOUGH_YET);
  }

  private static Advice because(Answer answer, Action action, Because reason) {
    return new Advice(answer, action, List.of(reason));
  }
}
