package dev.attune.decision;

/** What a filter says of a candidate. */
public sealed interface Verdict {
  /** It may be shown. */
  Verdict KEEP = new Keep();

  /** It must not be shown, for this reason. */
  static Verdict hide(String why) {
    return new Hide(why);
  }

  /** It may be shown. */
  record Keep() implements Verdict {}

  /**
   * It must not be shown.
   *
   * @param why for operators, a few words
   */
  record Hide(String why) implements Verdict {}
}
