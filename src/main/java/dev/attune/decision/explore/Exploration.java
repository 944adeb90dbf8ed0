package dev.attune.decision.explore;

import dev.attune.decision.Ranked;
import dev.attune.record.Feature;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision.Explored;
import dev.attune.record.RuleEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives one place of a list to something of which little is known, in a stated share of lists. All
 * chance comes from the question's seed, so that the question has the same answer again. The first
 * place is never given away: it is taken most, so what stands there wrongly costs most.
 */
public final class Exploration {
  /** Setting: the share of lists that explore, 0 to 1. */
  public static final String SHARE = "explore.share";

  /** The source of what was drawn for exploration alone; it stands nowhere else. */
  public static final String SOURCE = "UNTRIED";

  private Exploration() {}

  /** A slot's settings where a share of its lists explores. */
  public static Map<String, Double> tuned(Map<String, Double> tuning, double share) {
    if (share <= 0) {
      return tuning;
    }
    Map<String, Double> all = new TreeMap<>(tuning);
    all.put(SHARE, Math.min(1, share));
    return all;
  }

  /** Whether the chance of this seed falls on exploring. */
  public static boolean happens(Map<String, Double> tuning, String seed) {
    double share = tuning.getOrDefault(SHARE, 0.0);
    return share > 0 && chance(seed).nextDouble() < share;
  }

  /** What may stand anywhere: all but what was drawn for exploration alone. */
  public static List<Ranked> known(List<Ranked> ranked) {
    for (int i = 0; i < ranked.size(); i++) {
      if (drawnForIt(ranked.get(i))) {
        return ranked.stream().filter(one -> !drawnForIt(one)).toList();
      }
    }
    return ranked;
  }

  /**
   * The list with one of its places given away, or as it was.
   *
   * @param ranked all that filters kept, best first
   * @param answer what was made of them
   */
  public static List<Ranked> of(List<Ranked> ranked, List<Ranked> answer, Question question) {
    if (!happens(question.tuning(), question.seed())) {
      return answer;
    }
    List<Integer> places = places(answer);
    List<Ranked> untried = untried(ranked, answer);
    if (places.isEmpty() || untried.isEmpty()) {
      return answer;
    }
    SplittableRandom chance = chance(question.seed());
    double share = question.tuning().getOrDefault(SHARE, 0.0);
    boolean drawn = chance.nextDouble() < share;
    Ranked chosen = untried.get(chance.nextInt(untried.size()));
    int place = places.get(chance.nextInt(places.size()));
    List<Ranked> explored = new ArrayList<>(answer);
    if (drawn) {
      double probability = share / untried.size();
      explored.set(
          place,
          new Ranked(chosen.candidate(), chosen.score(), Map.of(Feature.EXPLORED, probability)));
    }
    return explored;
  }

  /** Which place of an answer was given away, and with what chance to whom; null for none. */
  public static @Nullable Explored in(List<Ranked> answer) {
    for (int i = 0; i < answer.size(); i++) {
      @Nullable Double probability = answer.get(i).contributions().get(Feature.EXPLORED);
      if (probability != null) {
        return new Explored(i + 1, probability);
      }
    }
    return null;
  }

  /** All but the first, and but those that a merchant gave to somebody. */
  private static List<Integer> places(List<Ranked> answer) {
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < answer.size(); i++) {
      if (!answer.get(i).contributions().keySet().equals(Set.of(Feature.RULE))) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<Ranked> untried(List<Ranked> ranked, List<Ranked> answer) {
    Set<Ranked> shown = new HashSet<>(answer);
    return ranked.stream()
        .filter(one -> one.candidate().features().is(Feature.UNTRIED))
        .filter(one -> !shown.contains(one) && isFree(one))
        .toList();
  }

  /** No merchant holds it back or has a place for it. */
  private static boolean isFree(Ranked ranked) {
    for (RuleEffect effect : ranked.candidate().effects()) {
      if (effect.kind() != RuleEffect.Kind.BOOST && effect.kind() != RuleEffect.Kind.WEIGH) {
        return false;
      }
    }
    return true;
  }

  private static boolean drawnForIt(Ranked ranked) {
    return ranked.candidate().source().equals(SOURCE);
  }

  private static SplittableRandom chance(String seed) {
    return new SplittableRandom(Long.parseUnsignedLong(seed, 16));
  }
}
