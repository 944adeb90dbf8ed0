package dev.attune.record;

/** What an answer rests on, strongest first. */
public enum Basis {
  /** The shopper's profile. */
  PERSONALIZED,
  /** This visit alone. */
  SESSION,
  /** A merchant's rule. */
  MERCHANDISED,
  /** What everybody likes: nobody in particular. */
  POPULAR,
  /** Held out by an experiment. */
  CONTROL,
  /** Something was unavailable. */
  FALLBACK
}
