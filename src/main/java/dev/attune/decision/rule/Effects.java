package dev.attune.decision.rule;

import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what rules do to one candidate. */
final class Effects {
  private static final Comparator<RuleEffect> BY_PRECEDENCE =
      Comparator.comparing(RuleEffect::kind).thenComparing(RuleEffect::rule);

  private final Candidate candidate;
  private final List<RuleEffect> effects = new ArrayList<>();

  Effects(Candidate candidate) {
    this.candidate = candidate;
  }

  /**
   * Takes a rule about places.
   *
   * @param turn when it takes its place, from 0
   * @param collection ids of the products that a slot is reserved for
   */
  void place(Rule rule, int turn, List<String> collection) {
    String inTurn = Integer.toString(turn);
    if (rule.action() instanceof Action.Pin pin) {
      int behind = rule.subjects().indexOf(candidate.subject().toString());
      if (behind >= 0) {
        add(rule, Kind.PIN, pin.position() + behind, inTurn);
      }
    } else if (rule.action() instanceof Action.Fill fill
        && collection.contains(candidate.subject().local())) {
      add(rule, Kind.FILL, fill.position(), inTurn);
    }
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
    effects.sort(BY_PRECEDENCE);
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
