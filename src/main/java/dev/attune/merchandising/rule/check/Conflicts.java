package dev.attune.merchandising.rule.check;

import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.check.RuleConflict.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds the rules that one rule may clash with on some page. */
final class Conflicts {
  private final Rule rule;
  private final Targets targets;
  private final List<RuleConflict> found = new ArrayList<>();

  Conflicts(Rule rule, Targets targets) {
    this.rule = rule;
    this.targets = targets;
  }

  List<RuleConflict> with(List<Rule> others) {
    for (Rule other : others) {
      if (!other.id().equals(rule.id()) && rule.scope().mayMeet(other.scope())) {
        compare(other);
      }
    }
    return found;
  }

  private void compare(Rule other) {
    if (rule.action().placing() && other.action().placing() && samePlace(other)) {
      String winner = first(other) ? rule.id() : other.id();
      add(other, Kind.SAME_PLACE, "Both want the same position; " + winner + " gets it");
    }
    if (hides(rule, other)) {
      add(other, Kind.HIDDEN_PLACE, rule.id() + " hides what " + other.id() + " puts in place");
    } else if (hides(other, rule)) {
      add(other, Kind.HIDDEN_PLACE, other.id() + " hides what " + rule.id() + " puts in place");
    }
    boolean opposite =
        (rule.action() instanceof Action.Boost && other.action() instanceof Action.Bury)
            || (rule.action() instanceof Action.Bury && other.action() instanceof Action.Boost);
    if (opposite && aboutTheSame(other)) {
      add(other, Kind.LIFTED_AND_BURIED, "One lifts what the other buries; both factors count");
    }
  }

  private boolean hides(Rule hiding, Rule placing) {
    return hiding.action() instanceof Action.Hide
        && placing.action() instanceof Action.Pin
        && placing.subjects().stream().anyMatch(subject -> targets.hit(hiding, subject));
  }

  private boolean aboutTheSame(Rule other) {
    return !Collections.disjoint(rule.subjects(), other.subjects())
        || rule.subjects().stream().anyMatch(subject -> targets.hit(other, subject))
        || other.subjects().stream().anyMatch(subject -> targets.hit(rule, subject))
        || targets.related(rule.scope().categories(), other.scope().categories());
  }

  private boolean samePlace(Rule other) {
    return from(rule) < to(other) && from(other) < to(rule) && samePages(other);
  }

  /** What is put in place in a category is so on the pages below it, too. */
  private boolean samePages(Rule other) {
    Set<String> mine = rule.scope().categories();
    Set<String> its = other.scope().categories();
    return mine.isEmpty() || its.isEmpty() || targets.related(mine, its);
  }

  private boolean first(Rule other) {
    return rule.priority() != other.priority()
        ? rule.priority() > other.priority()
        : rule.id().compareTo(other.id()) < 0;
  }

  private static int from(Rule rule) {
    return rule.action() instanceof Action.Pin pin
        ? pin.position()
        : rule.action() instanceof Action.Fill fill ? fill.position() : 0;
  }

  private static int to(Rule rule) {
    return from(rule) + Math.max(1, rule.subjects().size());
  }

  private void add(Rule other, Kind kind, String message) {
    found.add(new RuleConflict(other.id(), kind, message));
  }
}
