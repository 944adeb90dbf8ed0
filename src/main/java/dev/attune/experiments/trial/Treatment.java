package dev.attune.experiments.trial;

/** What a variant does to a decision. */
public enum Treatment {
  /** Nobody in particular: popularity, and what merchants say. */
  CONTROL,
  /** The shop as it is. */
  PERSONALIZED,
  /** The shop with some of its weights replaced. */
  TUNED
}
