package dev.attune.decision;

import dev.attune.decision.explore.Exploration;
import dev.attune.decision.rule.Arranged;
import dev.attune.decision.rule.Lift;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Question;
import dev.attune.record.RuleEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A question answered: filter, rank, arrange, on nothing but what the question holds. Asked again,
 * it is answered the same.
 *
 * @param judged every candidate with each filter's verdict, in the order they were drawn
 * @param ranked those that all filters kept, best first
 * @param answer what is shown, in order
 */
public record Resolution(List<Judged> judged, List<Ranked> ranked, List<Ranked> answer) {
  /** The filter that every slot has: what merchants' rules say. */
  private static final String RULES = "MERCHANTS_RULES";

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparing(ranked -> ranked.candidate().subject().local());

  /**
   * A candidate and what the filters said, up to the first that hid it.
   *
   * @param verdicts by filter name, in the filters' order
   */
  public record Judged(Candidate candidate, List<Step> verdicts) {
    boolean kept() {
      return verdicts.stream().allMatch(step -> step.verdict() instanceof Verdict.Keep);
    }
  }

  /** One filter's word. */
  public record Step(String filter, Verdict verdict) {}

  /** Answers the question by the slot's filters and arrangement, with the question's settings. */
  public static Resolution of(Slot slot, Question question) {
    List<Judged> judged =
        question.candidates().stream()
            .map(candidate -> judge(slot, candidate, question.tuning()))
            .toList();
    Map<Feature, Double> weights = Slot.weights(question.tuning());
    List<Ranked> ranked =
        judged.stream()
            .filter(Judged::kept)
            .map(kept -> rank(kept.candidate(), weights))
            .sorted(BEST_FIRST)
            .toList();
    List<Ranked> answer = Arranged.of(Exploration.known(ranked), question, slot.arrangement());
    return new Resolution(judged, ranked, Exploration.of(ranked, answer, question));
  }

  private static Judged judge(Slot slot, Candidate candidate, Map<String, Double> tuning) {
    List<Step> steps = new ArrayList<>(slot.filters().size());
    for (Filter filter : slot.filters()) {
      Verdict verdict = filter.judge(candidate.features(), tuning);
      steps.add(new Step(filter.name(), verdict));
      if (verdict instanceof Verdict.Hide) {
        break;
      }
    }
    boolean kept = steps.stream().allMatch(step -> step.verdict() instanceof Verdict.Keep);
    for (RuleEffect effect : candidate.effects()) {
      if (kept && effect.kind() == RuleEffect.Kind.HIDE) {
        steps.add(new Step(RULES, new Verdict.Hide("a merchant's rule hides it", effect.rule())));
        break;
      }
    }
    return new Judged(candidate, steps);
  }

  private static Ranked rank(Candidate candidate, Map<Feature, Double> weights) {
    Map<Feature, Double> contributions = new EnumMap<>(Feature.class);
    double score = 0;
    for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
      double added = weight.getValue() * candidate.features().get(weight.getKey());
      if (added != 0) {
        contributions.put(weight.getKey(), added);
        score += added;
      }
    }
    double lift = candidate.effects().isEmpty() ? 0 : Lift.of(candidate, score);
    if (lift != 0) {
      contributions.put(Feature.RULE, lift);
    }
    return new Ranked(candidate, score + lift, contributions);
  }
}
