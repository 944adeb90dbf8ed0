package dev.attune.decision.rule;

import dev.attune.decision.Ranked;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who takes which place: rules in turn, pins of one rule in their order. */
final class Places {
  private static final Comparator<Wish> IN_TURN =
      Comparator.comparingInt(Wish::turn).thenComparingInt(Wish::position);

  private Places() {}

  /** A candidate and the place that one rule wants for it; the best first among equals. */
  private record Wish(RuleEffect effect, Ranked ranked) {
    int turn() {
      return Integer.parseInt(String.valueOf(effect.about()));
    }

    int position() {
      return (int) effect.amount();
    }
  }

  /** Taken places, from 1 to {@code first}; who finds theirs taken has the next free one. */
  static SortedMap<Integer, Ranked> taken(List<Ranked> ranked, int first) {
    SortedMap<Integer, Ranked> taken = new TreeMap<>();
    Set<Ranked> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> filled = new HashSet<>();
    for (Wish wish : wishes(ranked)) {
      boolean mayFill = wish.effect.kind() == Kind.PIN || !filled.contains(wish.effect.rule());
      int place = wish.position();
      while (taken.containsKey(place)) {
        place++;
      }
      if (mayFill && place <= first && placed.add(wish.ranked)) {
        taken.put(place, wish.ranked);
        filled.add(wish.effect.rule());
      }
    }
    return taken;
  }

  /** Whether any rule has a place for it. */
  static boolean wanted(Ranked ranked) {
    List<RuleEffect> effects = ranked.candidate().effects();
    for (int i = 0; i < effects.size(); i++) {
      if (isPlacing(effects.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlacing(RuleEffect effect) {
    return effect.kind() == Kind.PIN || effect.kind() == Kind.FILL;
  }

  private static List<Wish> wishes(List<Ranked> ranked) {
    List<Wish> wishes = new ArrayList<>();
    for (Ranked one : ranked) {
      List<RuleEffect> effects = one.candidate().effects();
      for (int i = 0; i < effects.size(); i++) {
        if (isPlacing(effects.get(i))) {
          wishes.add(new Wish(effects.get(i), one));
        }
      }
    }
    wishes.sort(IN_TURN);
    return wishes;
  }
}
