package dev.attune.graphql.why;

import dev.attune.decision.Ranked;
import dev.attune.decision.Replay;
import dev.attune.decision.Resolution;
import dev.attune.decision.Verdict;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.request.Nodes;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Feature;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision.Explored;
import dev.attune.record.RuleEffect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was considered, as operators read it: answered candidates first, then the rest by score. */
public final class Traces {
  private Traces() {}

  public static Trace.CandidateConnection candidates(
      Replay replay, DecisionView decision, @Nullable Integer first, @Nullable String after) {
    List<Trace.Candidate> all = all(replay.resolution(), decision);
    Slice<Trace.Candidate> slice =
        Slice.of(all, candidate -> candidate.node().getId(), first, after);
    List<Trace.CandidateEdge> edges = new ArrayList<>();
    for (int i = 0; i < slice.items().size(); i++) {
      edges.add(new Trace.CandidateEdge(slice.cursors().get(i), slice.items().get(i)));
    }
    return new Trace.CandidateConnection(edges, slice.items(), slice.pageInfo(), slice.total());
  }

  private static List<Trace.Candidate> all(Resolution resolution, DecisionView decision) {
    Map<GlobalId, Ranked> ranked = new HashMap<>();
    resolution.ranked().forEach(one -> ranked.put(one.candidate().subject(), one));
    Map<GlobalId, Integer> positions = new HashMap<>();
    for (int i = 0; i < resolution.answer().size(); i++) {
      positions.put(resolution.answer().get(i).candidate().subject(), i + 1);
    }
    return resolution.judged().stream()
        .map(
            judged -> {
              GlobalId id = judged.candidate().subject();
              return candidate(judged, ranked.get(id), positions.get(id), decision);
            })
        .sorted(Traces::inOrder)
        .toList();
  }

  private static int inOrder(Trace.Candidate one, Trace.Candidate other) {
    Integer mine = one.position();
    Integer theirs = other.position();
    if (mine != null && theirs != null) {
      return mine.compareTo(theirs);
    }
    if (mine == null && theirs == null) {
      return Double.compare(other.score(), one.score());
    }
    return mine == null ? 1 : -1;
  }

  private static Trace.Candidate candidate(
      Resolution.Judged judged,
      @Nullable Ranked ranked,
      @Nullable Integer position,
      DecisionView decision) {
    return new Trace.Candidate(
        Nodes.decided(judged.candidate().subject(), decision.decision(), decision.page()),
        judged.candidate().source(),
        scores(judged, decision),
        steps(judged),
        ranked == null ? 0 : ranked.score(),
        position,
        probability(decision.decision().explored(), position));
  }

  /** With which chance it was shown, where that was left to chance. */
  private static @Nullable Double probability(
      @Nullable Explored explored, @Nullable Integer position) {
    return explored != null && position != null && explored.place() == position
        ? explored.probability()
        : null;
  }

  private static List<Trace.ModelScore> scores(Resolution.Judged judged, DecisionView decision) {
    Question question = decision.decision().question();
    String models = decision.decision().versions().models();
    List<Trace.ModelScore> scores = new ArrayList<>();
    for (Map.Entry<Feature, Double> known : judged.candidate().features().known().entrySet()) {
      double weight = question.tuning().getOrDefault(known.getKey().name(), 0.0);
      scores.add(new Trace.ModelScore(known.getKey().name(), models, known.getValue(), weight));
    }
    return scores;
  }

  /** What the filters said, then what merchants' rules do to it. */
  private static List<Trace.StepVerdict> steps(Resolution.Judged judged) {
    return Stream.concat(
            judged.verdicts().stream().map(Traces::verdict),
            rules(judged.candidate().effects()).stream())
        .toList();
  }

  /** What merchants' rules do to something that they do not hide. */
  public static List<Trace.StepVerdict> rules(List<RuleEffect> effects) {
    return effects.stream()
        .filter(effect -> effect.kind() != RuleEffect.Kind.HIDE)
        .map(
            effect ->
                new Trace.StepVerdict(effect.kind().name(), true, said(effect), effect.rule()))
        .toList();
  }

  private static String said(RuleEffect effect) {
    String amount = BigDecimal.valueOf(effect.amount()).stripTrailingZeros().toPlainString();
    return switch (effect.kind()) {
      case HIDE -> "hidden";
      case PIN -> "pinned to position " + amount;
      case FILL -> "may fill position " + amount;
      case LIMIT -> "one of at most " + amount;
      case BOOST -> "boosted " + amount + " times";
      case BURY -> "buried " + amount + " times";
      case WEIGH -> effect.about() + " weighs " + amount;
    };
  }

  private static Trace.StepVerdict verdict(Resolution.Step step) {
    return step.verdict() instanceof Verdict.Hide hide
        ? new Trace.StepVerdict(step.filter(), false, hide.why(), hide.rule())
        : new Trace.StepVerdict(step.filter(), true, null, null);
  }
}
