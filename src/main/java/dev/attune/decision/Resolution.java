package dev.attune.decision;

import dev.attune.decision.explore.Exploration;
import dev.attune.decision.rule.Arranged;
import dev.attune.decision.rule.Lift;
import dev.attune.decision.weigh.Weights;
import dev.attune.record.Candidate;
import dev.attune.record.Question;
import dev.attune.record.RuleEffect;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      (one, other) -> {
        int order = Double.compare(other.score(), one.score());
        return order != 0
            ? order
            : one.candidate().subject().local().compareTo(other.candidate().subject().local());
      };

  /**
   * A candidate and what the filters said, up to the first that hid it.
   *
   * @param verdicts by filter name, in the filters' order
   */
  public record Judged(Candidate candidate, List<Step> verdicts) {}

  /** One filter's word. */
  public record Step(String filter, Verdict verdict) {}

  /** Answers the question by the slot's filters and arrangement, with the question's settings. */
  public static Resolution of(Slot slot, Question question) {
    Weights weights = slot.weighing(question.tuning());
    List<Ranked> ranked = new ArrayList<>(question.candidates().size());
    for (Candidate candidate : question.candidates()) {
      if (keeps(slot, candidate, question.tuning())) {
        ranked.add(rank(candidate, weights));
      }
    }
    ranked.sort(BEST_FIRST);
    List<Ranked> answer = Arranged.of(Exploration.known(ranked), question, slot.arrangement());
    return new Resolution(
        new Judging(slot, question),
        Collections.unmodifiableList(ranked),
        Exploration.of(ranked, answer, question));
  }

  private static boolean keeps(Slot slot, Candidate candidate, Map<String, Double> tuning) {
    List<Filter> filters = slot.filters();
    for (int i = 0; i < filters.size(); i++) {
      if (filters.get(i).judge(candidate.features(), tuning) instanceof Verdict.Hide) {
        return false;
      }
    }
    return candidate.effects().isEmpty() || hiding(candidate) == null;
  }

  private static @Nullable RuleEffect hiding(Candidate candidate) {
    for (RuleEffect effect : candidate.effects()) {
      if (effect.kind() == RuleEffect.Kind.HIDE) {
        return effect;
      }
    }
    return null;
  }

  private static Ranked rank(Candidate candidate, Weights weights) {
    double score = weights.score(candidate.features());
    double lift = candidate.effects().isEmpty() ? 0 : Lift.of(candidate, score);
    return new Ranked(candidate, score + lift, weights.contributions(candidate.features(), lift));
  }

  /** What the filters say of each candidate, in words that are put when somebody reads them. */
  private static final class Judging extends AbstractList<Judged> {
    private final Slot slot;
    private final Question question;

    Judging(Slot slot, Question question) {
      this.slot = slot;
      this.question = question;
    }

    @Override
    public Judged get(int index) {
      Candidate candidate = question.candidates().get(index);
      List<Step> steps = new ArrayList<>(slot.filters().size());
      for (Filter filter : slot.filters()) {
        Verdict verdict = filter.judge(candidate.features(), question.tuning());
        steps.add(new Step(filter.name(), verdict));
        if (verdict instanceof Verdict.Hide) {
          return new Judged(candidate, steps);
        }
      }
      @Nullable RuleEffect hiding = hiding(candidate);
      if (hiding != null) {
        steps.add(new Step(RULES, new Verdict.Hide("a merchant's rule hides it", hiding.rule())));
      }
      return new Judged(candidate, steps);
    }

    @Override
    public int size() {
      return question.candidates().size();
    }
  }
}
