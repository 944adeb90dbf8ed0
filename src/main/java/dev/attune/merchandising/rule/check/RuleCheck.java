package dev.attune.merchandising.rule.check;

import dev.attune.merchandising.Known;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is checked of a rule before it is kept. */
public final class RuleCheck {
  private RuleCheck() {}

  /**
   * Checks a rule against what is live.
   *
   * @return the live rules that it may clash with
   * @throws dev.attune.platform.error.AttuneException with the field, for what is refused
   */
  public static List<RuleConflict> of(Rule rule, Shop shop, Instant now) {
    requireSound(rule);
    requireKnown(rule, new Known(shop.merchandise(), shop.catalog()));
    List<Rule> live =
        shop.merchandise().rules().stream().flatMap(one -> Stream.ofNullable(one.live())).toList();
    new EmptyMarkets(shop, now).check(rule, live);
    return new Conflicts(rule, new Targets(shop.catalog(), now)).with(live);
  }

  /**
   * Checks what a rule says by itself, whatever there is in the shop.
   *
   * @throws dev.attune.platform.error.AttuneException with the field, for what is refused
   */
  public static void requireSound(Rule rule) {
    @Nullable String condition = rule.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("rule.condition", condition);
    }
    RuleBounds.check(rule);
  }

  /**
   * Checks that the shop has what a rule names.
   *
   * @throws dev.attune.platform.error.AttuneException UNKNOWN_ID with the field
   */
  public static void requireKnown(Rule rule, Known shop) {
    shop.subjects("rule.subjects", rule.subjects());
    rule.scope().categories().forEach(category -> shop.category("rule.scope.categories", category));
    shop.segments("rule.scope.segments", rule.scope().segments());
    if (rule.action() instanceof Action.Fill fill) {
      shop.collection("rule.fill.collection", fill.collection());
    }
  }
}
