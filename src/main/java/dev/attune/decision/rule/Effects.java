package dev.attune.decision.rule;

import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what rules do to one candidate. */
final class Effects {
  private final Candidate candidate;
  private final List<RuleEffect> effects = new ArrayList<>();

  Effects(Candidate candidate) {
    this.candidate = candidate;
  }

  /** Takes what rules about places do to it. */
  void place(List<RuleEffect> placings) {
    effects.addAll(placings);
  }

  /** Takes a rule that matches the candidate. */
  void touch(Rule rule) {
    Action action = rule.action();
    if (action instanceof Action.Hide) {
      add(rule, Kind.HIDE, 0, null);
    } else if (action instanceof Action.Limit limit) {
      add(rule, Kind.LIMIT, limit.most(), counted(limit.per()));
    } else if (action instanceof Action.Boost boost) {
      add(rule, Kind.BOOST, boost.factor(), null);
    } else if (action instanceof Action.Bury bury) {
      add(rule, Kind.BURY, bury.factor(), null);
    } else if (action instanceof Action.Weigh weigh) {
      weigh(rule, Feature.MARGIN, weigh.margin());
      weigh(rule, Feature.STOCK_COVER, weigh.stockCover());
      weigh(rule, Feature.NEWNESS, weigh.newness());
      weigh(rule, Feature.SELL_THROUGH, weigh.sellThrough());
    }
  }

  Candidate candidate() {
    if (effects.size() > 1) {
      effects.sort(RuleEffect.BY_PRECEDENCE);
    }
    return effects.isEmpty() ? candidate : candidate.touched(effects);
  }

  private @Nullable String counted(Action.Limit.Per per) {
    return switch (per) {
      case BRAND -> candidate.brand();
      case CATEGORY -> candidate.group();
      case RULE -> null;
    };
  }

  private void weigh(Rule rule, Feature feature, double weight) {
    if (weight != 0) {
      add(rule, Kind.WEIGH, weight, feature.name());
    }
  }

  private void add(Rule rule, Kind kind, double amount, @Nullable String about) {
    effects.add(new RuleEffect(rule.id(), kind, amount, about));
  }
}
