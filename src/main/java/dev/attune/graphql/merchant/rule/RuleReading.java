package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.listing.Connections;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.merchant.rule.RuleInput.LimitPer;
import dev.attune.graphql.merchant.rule.RuleInput.WeighInput;
import dev.attune.graphql.schema.Decimal;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a rule that a merchant wrote; what cannot be read names its field. */
public final class RuleReading {
  private RuleReading() {}

  public static Rule rule(RuleInput input) {
    return new Rule(
        Typed.id("rule.id", input.id),
        Typed.title("rule.title", input.title),
        action(input),
        ScopeReading.scope(input.scope),
        input.subjects == null ? List.of() : input.subjects.stream().distinct().toList(),
        input.condition,
        Typed.priority("rule.priority", input.priority));
  }

  private static Action action(RuleInput input) {
    List<Action> said = new ArrayList<>();
    if (input.pin != null) {
      said.add(new Action.Pin(input.pin.position));
    }
    if (input.fill != null) {
      said.add(new Action.Fill(input.fill.position, input.fill.collection));
    }
    if (Boolean.TRUE.equals(input.hide)) {
      said.add(new Action.Hide());
    }
    if (input.limit != null) {
      said.add(new Action.Limit(input.limit.most, per(input.limit.per)));
    }
    if (input.boost != null) {
      said.add(new Action.Boost(number("rule.boost.factor", input.boost.factor)));
    }
    if (input.bury != null) {
      said.add(new Action.Bury(number("rule.bury.factor", input.bury.factor)));
    }
    if (input.weigh != null) {
      said.add(weigh(input.weigh));
    }
    Merchants.require(
        said.size() == 1,
        "rule",
        "Exactly one of pin, fill, hide, limit, boost, bury and weigh is needed");
    return said.get(0);
  }

  private static Action.Limit.Per per(@Nullable LimitPer per) {
    return per == null ? Action.Limit.Per.RULE : Action.Limit.Per.valueOf(per.name());
  }

  private static Action weigh(WeighInput input) {
    return new Action.Weigh(
        number("rule.weigh.margin", input.margin),
        number("rule.weigh.stockCover", input.stockCover),
        number("rule.weigh.newness", input.newness),
        number("rule.weigh.sellThrough", input.sellThrough));
  }

  private static double number(String field, @Nullable Decimal decimal) {
    @Nullable BigDecimal number = Connections.number(field, decimal);
    return number == null ? 0 : number.doubleValue();
  }
}
