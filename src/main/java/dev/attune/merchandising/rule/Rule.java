package dev.attune.merchandising.rule;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant wants to happen.
 *
 * @param subjects global ids of what it is about, in the merchant's order; empty for everything in
 *     its scope that meets the condition
 * @param condition in CEL over product and shopper, null for none
 * @param priority 0 to 100: of two that want the same place the higher one gets it
 */
public record Rule(
    String id,
    String title,
    Action action,
    Scope scope,
    List<String> subjects,
    @Nullable String condition,
    int priority) {
  /** The higher priority, then the id. */
  static final Comparator<Rule> PRECEDENCE =
      Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::id);

  public Rule {
    requireNonNull(action, "action");
    requireNonNull(scope, "scope");
    subjects = List.copyOf(subjects);
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A rule needs an id and a title");
    }
  }

  /** The same within another scope. */
  public Rule within(Scope other) {
    return new Rule(id, title, action, other, subjects, condition, priority);
  }

  /** Whether it has its turn before another where both want one place. */
  public boolean isAheadOf(Rule other) {
    return PRECEDENCE.compare(this, other) < 0;
  }
}
