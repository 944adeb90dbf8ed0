package dev.attune.experiments.advice;

/**
 * Whether the treatment did better by the metric that decides: earned more, where that is money.
 */
public enum Answer {
  /** Shown, at the alpha that was set. */
  MORE,
  /** The opposite is shown. */
  LESS,
  /** Neither is shown yet. */
  NOT_SURE,
  /** The numbers cannot be believed, whatever they say. */
  NOT_TO_BE_BELIEVED
}
