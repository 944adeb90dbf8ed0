package dev.attune.decision.rule;

import dev.attune.platform.id.GlobalId;
import dev.attune.record.Candidate;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recorded candidates with what one rule does to them in place of what it did; all else stays. */
public final class Redone {
  private final String rule;
  private final Map<String, Integer> turns = new HashMap<>();

  private Redone(String rule, List<Candidate> recorded, Predicate<String> ahead) {
    this.rule = rule;
    TreeMap<Integer, String> all = new TreeMap<>();
    recorded.stream()
        .flatMap(candidate -> candidate.effects().stream())
        .filter(Redone::isPlacing)
        .forEach(effect -> all.put(turn(effect), effect.rule()));
    all.forEach((turn, other) -> turns.put(other, turn));
    if (!isInTurn(all, ahead)) {
      turns.clear();
      all.values().remove(rule);
      int mine = (int) all.values().stream().filter(ahead).count();
      turns.put(rule, mine);
      for (String other : all.values()) {
        int next = turns.size() - 1;
        turns.put(other, next < mine ? next : next + 1);
      }
    }
  }

  /** Whether the rule had a turn, and those ahead of it had theirs before and all others after. */
  private boolean isInTurn(TreeMap<Integer, String> all, Predicate<String> ahead) {
    if (!turns.containsKey(rule)) {
      return false;
    }
    int mine = turns.getOrDefault(rule, 0);
    return all.entrySet().stream()
        .filter(one -> !one.getValue().equals(rule))
        .allMatch(one -> (one.getKey() < mine) == ahead.test(one.getValue()));
  }

  /**
   * @param rule the rule's id
   * @param recorded the candidates with what all rules did
   * @param drafted the same, and those that the rule brings in, with what it does now
   * @param ahead whether another rule has its turn before this one where both want a place
   */
  public static List<Candidate> of(
      String rule, List<Candidate> recorded, List<Candidate> drafted, Predicate<String> ahead) {
    boolean places =
        drafted.stream().anyMatch(one -> one.effects().stream().anyMatch(Redone::isPlacing));
    Redone redone = new Redone(rule, places ? recorded : List.of(), ahead);
    Map<GlobalId, Candidate> before = new HashMap<>();
    recorded.forEach(candidate -> before.put(candidate.subject(), candidate));
    List<Candidate> after = new ArrayList<>(drafted.size());
    for (Candidate candidate : drafted) {
      Candidate known = before.getOrDefault(candidate.subject(), candidate.touched(List.of()));
      List<RuleEffect> effects = redone.effects(known, candidate);
      boolean left = known.effects().stream().anyMatch(Redone::isPlacing);
      if (!left || !known.isBrought() || effects.stream().anyMatch(Redone::isPlacing)) {
        after.add(known.touched(effects));
      }
    }
    return after;
  }

  private List<RuleEffect> effects(Candidate known, Candidate drafted) {
    List<RuleEffect> effects = new ArrayList<>();
    known.effects().stream()
        .filter(effect -> !effect.rule().equals(rule))
        .forEach(effect -> effects.add(inTurn(effect)));
    drafted.effects().forEach(effect -> effects.add(inTurn(effect)));
    effects.sort(RuleEffect.BY_PRECEDENCE);
    return effects;
  }

  private RuleEffect inTurn(RuleEffect effect) {
    @Nullable Integer turn = turns.get(effect.rule());
    return turn != null && isPlacing(effect)
        ? new RuleEffect(effect.rule(), effect.kind(), effect.amount(), Integer.toString(turn))
        : effect;
  }

  private static int turn(RuleEffect effect) {
    return Integer.parseInt(String.valueOf(effect.about()));
  }

  private static boolean isPlacing(RuleEffect effect) {
    return effect.kind() == Kind.PIN || effect.kind() == Kind.FILL;
  }
}
