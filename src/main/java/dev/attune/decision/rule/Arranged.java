package dev.attune.decision.rule;

import dev.attune.decision.Arrangement;
import dev.attune.decision.Ranked;
import dev.attune.merchandising.rule.Surface;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Feature;
import dev.attune.record.Question;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Makes a list out of a ranking within what merchants' rules bind: what has a place of its own
 * takes it, what is limited is limited, and the slot's arrangement has the rest.
 */
public final class Arranged {
  private Arranged() {}

  public static List<Ranked> of(List<Ranked> ranked, Question question, Arrangement arrangement) {
    int first = question.first();
    if (!anyBound(ranked)) {
      return arrangement.arrange(ranked, first, question.tuning());
    }
    SortedMap<Integer, Ranked> places = Places.taken(ranked, first);
    Set<GlobalId> placed = new HashSet<>();
    places.values().forEach(one -> placed.add(one.candidate().subject()));
    Map<String, Integer> counts = new HashMap<>();
    places.values().forEach(one -> within(one, counts));
    List<Ranked> free = new ArrayList<>();
    List<Ranked> over = new ArrayList<>();
    for (Ranked one : ranked) {
      if (!Places.wanted(one) || !placed.contains(one.candidate().subject())) {
        (within(one, counts) ? free : over).add(one);
      }
    }
    int room = Math.max(0, first - places.size());
    List<Ranked> others =
        room == 0
            ? new ArrayList<>()
            : new ArrayList<>(arrangement.arrange(free, room, question.tuning()));
    if (Surface.of(question.slot()).map(Surface::showsAll).orElse(false)) {
      over.stream().limit(Math.max(0, room - others.size())).forEach(others::add);
    }
    return merged(places, others);
  }

  private static boolean anyBound(List<Ranked> ranked) {
    for (int i = 0; i < ranked.size(); i++) {
      if (!ranked.get(i).candidate().effects().isEmpty() && bound(ranked.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean bound(Ranked ranked) {
    for (RuleEffect effect : ranked.candidate().effects()) {
      if (effect.kind() == Kind.PIN || effect.kind() == Kind.FILL || effect.kind() == Kind.LIMIT) {
        return true;
      }
    }
    return false;
  }

  /** Whether one more is within all its limits; it is counted in any case. */
  private static boolean within(Ranked ranked, Map<String, Integer> counts) {
    boolean within = true;
    List<RuleEffect> effects = ranked.candidate().effects();
    for (int i = 0; i < effects.size(); i++) {
      RuleEffect effect = effects.get(i);
      if (effect.kind() == Kind.LIMIT) {
        within &= counts.merge(key(effect), 1, Integer::sum) - 1 < effect.amount();
      }
    }
    return within;
  }

  private static String key(RuleEffect limit) {
    return limit.rule() + "/" + limit.about();
  }

  private static List<Ranked> merged(SortedMap<Integer, Ranked> places, List<Ranked> others) {
    List<Ranked> merged = new ArrayList<>(others);
    places.forEach(
        (position, one) -> merged.add(Math.min(position - 1, merged.size()), chosen(one)));
    return merged;
  }

  /** That it stands there is the merchant's doing, whatever its score. */
  private static Ranked chosen(Ranked ranked) {
    return new Ranked(ranked.candidate(), ranked.score(), Map.of(Feature.RULE, 1.0));
  }
}
