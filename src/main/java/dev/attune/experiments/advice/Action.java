package dev.attune.experiments.advice;

/** What to do next. */
public enum Action {
  /** Leave it running, or what has ended be counted on: more will tell. */
  KEEP_ON,
  /** Give the treatment to everybody. */
  SHIP,
  /** End it; everybody gets the control. */
  STOP
}
