package dev.attune.merchandising.rule.check;

import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Schedule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Whether a rule's own parts make sense; a refusal names the field. */
final class RuleBounds {
  /** The last position that a rule can give away. */
  private static final int LAST_POSITION = 100;

  /** Products that one pin names at most. */
  private static final int MOST_PINNED = 20;

  private static final int MOST_SUBJECTS = 1_000;
  private static final double LARGEST_FACTOR = 100;
  private static final double LARGEST_WEIGHT = 1;

  private RuleBounds() {}

  static void check(Rule rule) {
    Action action = rule.action();
    if (action instanceof Action.Pin pin) {
      position("rule.pin.position", pin.position());
      require(
          !rule.subjects().isEmpty() && rule.subjects().size() <= MOST_PINNED,
          "rule.subjects",
          "A pin names 1 to " + MOST_PINNED + " subjects");
    } else if (action instanceof Action.Fill fill) {
      position("rule.fill.position", fill.position());
      require(
          rule.subjects().isEmpty(), "rule.subjects", "A slot is filled from its collection alone");
    } else if (action instanceof Action.Limit limit) {
      require(
          limit.most() >= 1 && limit.most() <= LAST_POSITION,
          "rule.limit.most",
          "A limit is 1 to " + LAST_POSITION);
    } else if (action instanceof Action.Boost boost) {
      factor("rule.boost.factor", boost.factor());
      aim(rule);
    } else if (action instanceof Action.Bury bury) {
      factor("rule.bury.factor", bury.factor());
      aim(rule);
    } else if (action instanceof Action.Weigh weigh) {
      weight("rule.weigh.margin", weigh.margin());
      weight("rule.weigh.stockCover", weigh.stockCover());
      weight("rule.weigh.newness", weigh.newness());
      weight("rule.weigh.sellThrough", weigh.sellThrough());
    }
    common(rule);
  }

  private static void common(Rule rule) {
    require(
        rule.subjects().size() <= MOST_SUBJECTS,
        "rule.subjects",
        "A rule names at most " + MOST_SUBJECTS + " subjects");
    require(
        rule.action().placing() || rule.subjects().isEmpty() || rule.scope().categories().isEmpty(),
        "rule.scope.categories",
        "A rule names its subjects or their categories, not both");
    require(
        !rule.action().placing() || rule.condition() == null || asksShopperOnly(rule),
        "rule.condition",
        "What stands at a position is named; its condition is about the shopper alone");
    require(
        rule.priority() >= 0 && rule.priority() <= 100, "rule.priority", "A priority is 0 to 100");
    schedule(rule.scope().schedule());
  }

  private static boolean asksShopperOnly(Rule rule) {
    @Nullable String condition = rule.condition();
    return condition != null
        && !Conditions.ofProductAndShopper("rule.condition", condition).asksProduct();
  }

  private static void schedule(Schedule schedule) {
    schedule
        .flaw()
        .ifPresent(
            flaw -> {
              throw new AttuneException(
                  ErrorCode.INVALID_VALUE, "rule.scope." + flaw.part(), flaw.why());
            });
  }

  private static void aim(Rule rule) {
    require(
        !rule.subjects().isEmpty()
            || rule.condition() != null
            || !rule.scope().categories().isEmpty(),
        "rule.subjects",
        "A factor needs subjects, a condition or categories: for everything it changes nothing");
  }

  private static void position(String field, int position) {
    require(
        position >= 1 && position <= LAST_POSITION, field, "A position is 1 to " + LAST_POSITION);
  }

  private static void factor(String field, double factor) {
    require(
        factor > 1 && factor <= LARGEST_FACTOR,
        field,
        "A factor is a number above 1, at most " + (int) LARGEST_FACTOR);
  }

  private static void weight(String field, double weight) {
    require(
        weight >= -LARGEST_WEIGHT && weight <= LARGEST_WEIGHT,
        field,
        "A weight is a number from -1 to 1");
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, message);
    }
  }
}
