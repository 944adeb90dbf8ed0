package dev.attune.decision;

import org.jspecify.annotations.Nullable;

/** What a filter says of a candidate. */
public sealed interface Verdict {
  /** It may be shown. */
  Verdict KEEP = new Keep();

  /** It must not be shown, for this reason. */
  static Verdict hide(String why) {
    return new Hide(why, null);
  }

  /** It may be shown. */
  record Keep() implements Verdict {}

  /**
   * It must not be shown.
   *
   * @param why for operators, a few words
   * @param rule the id of the merchant's rule that says so, or null
   */
  record Hide(String why, @Nullable String rule) implements Verdict {}
}
