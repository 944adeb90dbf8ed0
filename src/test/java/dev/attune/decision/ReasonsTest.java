package dev.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Reason;
import dev.attune.record.Reason.Code;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Features NONE = Features.none();

  private static Ranked ranked(
      String source, Features features, Map<Feature, Double> contributions) {
    GlobalId id = new GlobalId(NodeType.PRODUCT, "one");
    Candidate candidate = new Candidate(id, source, null, null, null, features);
    return new Ranked(candidate, 1, contributions);
  }

  private static Code code(Ranked ranked) {
    return Reasons.of(ranked, true).stream().map(Reason::code).findFirst().orElseThrow();
  }

  @Test
  void sayWhatWeighedAndNoMore() {
    assertThat(code(ranked("POPULAR", NONE, Map.of(Feature.PRICE_TASTE, .1))))
        .isEqualTo(Code.YOUR_PRICE_RANGE);
    assertThat(code(ranked("LIKE_HISTORY", NONE, Map.of(Feature.HISTORY, .1))))
        .isEqualTo(Code.LIKE_YOUR_HISTORY);
    assertThat(code(ranked("NEWEST", NONE, Map.of()))).isEqualTo(Code.FROM_THE_RANGE);
    assertThat(code(ranked("NEW", NONE, Map.of(Feature.NEWNESS, .1)))).isEqualTo(Code.NEW);
  }

  @Test
  void callOftenWhatHappenedOften() {
    Map<Feature, Double> together = Map.of(Feature.BOUGHT_TOGETHER, 1.0);
    assertThat(code(ranked("", NONE.with(Feature.BOUGHT_TOGETHER, .2), together)))
        .isEqualTo(Code.ALSO_BOUGHT);
    assertThat(code(ranked("", NONE.with(Feature.BOUGHT_TOGETHER, .6), together)))
        .isEqualTo(Code.BOUGHT_TOGETHER);
  }

  @Test
  void welcomeBackOnlyWhoGetsAnOfferForThat() {
    Map<Feature, Double> away = Map.of(Feature.LAPSING, .4, Feature.PRIORITY, .05);
    Ranked anybody = ranked("WRITTEN", NONE.with(Feature.LAPSING, true), away);
    assertThat(code(anybody)).isEqualTo(Code.CHOSEN_BY_THE_SHOP);
    assertThat(anybody.basis()).isEqualTo(Basis.MERCHANDISED);
    Ranked back = ranked("WRITTEN", NONE.with(Feature.ORDERS, 3), away);
    assertThat(code(back)).isEqualTo(Code.WELCOME_BACK);
    assertThat(back.basis()).isEqualTo(Basis.PERSONALIZED);
    Ranked plain = ranked("WRITTEN", NONE, Map.of());
    assertThat(code(plain)).isEqualTo(Code.CHOSEN_BY_THE_SHOP);
    assertThat(plain.basis()).isEqualTo(Basis.MERCHANDISED);
  }
}
