package dev.attune.graphql.merchant.rule;

import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a rule says. */
@Description("What a rule says; of the values those that its kind has.")
public record RuleBody(
    @NonNull String title,
    @NonNull RuleKind kind,
    @Nullable Integer position,
    @Id @Nullable String collection,
    @Nullable Integer most,
    RuleInput.@Nullable LimitPer per,
    @Nullable Double factor,
    @Nullable Weights weights,
    @Id @NonNull List<@NonNull String> subjects,
    @Nullable String condition,
    int priority,
    @NonNull RuleScope scope) {
  /** What a rule does, first what has the last word. */
  public enum RuleKind {
    HIDE,
    PIN,
    FILL,
    LIMIT,
    BOOST,
    BURY,
    WEIGH
  }

  /** What a whole 1 of each adds to a score. */
  @Name("RuleWeights")
  public record Weights(double margin, double stockCover, double newness, double sellThrough) {}

  static RuleBody of(Rule rule) {
    Action action = rule.action();
    return new RuleBody(
        rule.title(),
        kind(action),
        action instanceof Action.Pin pin ? Integer.valueOf(pin.position()) : fillPosition(action),
        action instanceof Action.Fill fill ? fill.collection() : null,
        action instanceof Action.Limit limit ? limit.most() : null,
        action instanceof Action.Limit limit
            ? RuleInput.LimitPer.valueOf(limit.per().name())
            : null,
        factor(action),
        action instanceof Action.Weigh weigh
            ? new Weights(weigh.margin(), weigh.stockCover(), weigh.newness(), weigh.sellThrough())
            : null,
        rule.subjects(),
        rule.condition(),
        rule.priority(),
        RuleScope.of(rule.scope()));
  }

  private static @Nullable Integer fillPosition(Action action) {
    return action instanceof Action.Fill fill ? fill.position() : null;
  }

  private static @Nullable Double factor(Action action) {
    if (action instanceof Action.Boost boost) {
      return boost.factor();
    }
    return action instanceof Action.Bury bury ? bury.factor() : null;
  }

  private static RuleKind kind(Action action) {
    return RuleKind.valueOf(action.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
  }
}
