package dev.attune.experiments.advice;

/** A reason for an action; its sentence is in the bundle {@code texts/experiments}. */
public enum Because {
  /** Variants did not get their shares of visitors: something loses or adds some. */
  SAMPLE_RATIO_MISMATCH,
  /** A metric that must not be harmed was. */
  GUARDRAIL_BREACHED,
  /** Harm to a metric that must not be harmed is not ruled out yet. */
  GUARDRAIL_UNDECIDED,
  /** All metrics that must not be harmed were not. */
  GUARDRAILS_HOLD,
  /** The treatment earned more. */
  EARNED_MORE,
  /** The treatment earned less. */
  EARNED_LESS,
  /** Even the best that is not ruled out is less than what would be worth having. */
  TOO_LITTLE_TO_MATTER,
  /** As many visitors as planned came, and no difference showed. */
  PLAN_USED_UP,
  /** Less than a week: weekdays and weekends buy differently. */
  NOT_A_WHOLE_WEEK,
  /** Fewer visitors than planned so far. */
  NOT_ENOUGH_YET
}
