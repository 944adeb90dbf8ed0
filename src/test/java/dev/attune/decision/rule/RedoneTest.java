package dev.attune.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Features;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedoneTest {
  private static final RuleEffect BOOSTED = new RuleEffect("lift", Kind.BOOST, 2, null);

  private static RuleEffect pin(String rule, int turn) {
    return new RuleEffect(rule, Kind.PIN, 1, Integer.toString(turn));
  }

  private static Candidate candidate(String id, RuleEffect... effects) {
    return from("POPULAR", id, effects);
  }

  private static Candidate from(String source, String id, RuleEffect... effects) {
    return new Candidate(
        new GlobalId(NodeType.PRODUCT, id),
        source,
        null,
        null,
        null,
        Features.none(),
        List.of(effects));
  }

  private static List<List<RuleEffect>> effects(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::effects).toList();
  }

  @Test
  void putsADraftInItsTurnAmongOtherPins() {
    List<Candidate> recorded = List.of(candidate("a", pin("other", 0)), candidate("b", BOOSTED));
    List<Candidate> drafted = List.of(candidate("a"), candidate("b", pin("draft", 0)));
    assertThat(effects(Redone.of("draft", recorded, drafted, other -> true)))
        .containsExactly(List.of(pin("other", 0)), List.of(pin("draft", 1), BOOSTED));
    assertThat(effects(Redone.of("draft", recorded, drafted, other -> false)))
        .containsExactly(List.of(pin("other", 1)), List.of(pin("draft", 0), BOOSTED));
  }

  @Test
  void leavesTheRecordAsItIsWhereTheDraftDoesTheSame() {
    List<Candidate> recorded =
        List.of(candidate("a", pin("other", 3)), candidate("b", pin("draft", 7), BOOSTED));
    List<Candidate> drafted = List.of(candidate("a"), candidate("b", pin("draft", 0)));
    assertThat(effects(Redone.of("draft", recorded, drafted, other -> true)))
        .isEqualTo(effects(recorded));
  }

  @Test
  void takesOutWhatTheRuleDidAndWhatOnlyItBroughtIn() {
    RuleEffect hidden = new RuleEffect("draft", Kind.HIDE, 0, null);
    List<Candidate> recorded =
        List.of(
            candidate("a", pin("other", 0)),
            candidate("b", pin("draft", 1)),
            from(Candidate.BY_RULE, "c", pin("draft", 1)));
    List<Candidate> drafted = List.of(candidate("a", hidden), candidate("b"), candidate("c"));
    List<Candidate> redone = Redone.of("draft", recorded, drafted, other -> true);
    assertThat(effects(redone)).containsExactly(List.of(hidden, pin("other", 0)), List.of());
  }

  @Test
  void takesInWhatTheDraftBrings() {
    Candidate brought = from(Candidate.BY_RULE, "c", pin("draft", 0));
    List<Candidate> redone =
        Redone.of(
            "draft", List.of(candidate("a")), List.of(candidate("a"), brought), other -> true);
    assertThat(effects(redone)).containsExactly(List.of(), List.of(pin("draft", 0)));
  }
}
