package dev.attune.record;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant's rule does to one candidate.
 *
 * @param rule the rule's id
 * @param amount a position from 1 for PIN and FILL, how many for LIMIT, a factor for BOOST and
 *     BURY, a weight for WEIGH, else 0
 * @param about what is counted together for LIMIT, the feature's name for WEIGH, else null
 */
public record RuleEffect(String rule, Kind kind, double amount, @Nullable String about) {
  /** In the order of precedence: what stands first has the last word. */
  public enum Kind {
    HIDE,
    PIN,
    FILL,
    LIMIT,
    BOOST,
    BURY,
    WEIGH
  }

  /** Of the effects on one thing that which has the last word first. */
  public static final Comparator<RuleEffect> BY_PRECEDENCE =
      Comparator.comparing(RuleEffect::kind).thenComparing(RuleEffect::rule);

  public RuleEffect {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("An effect's amount must be a number, not " + amount);
    }
  }
}
