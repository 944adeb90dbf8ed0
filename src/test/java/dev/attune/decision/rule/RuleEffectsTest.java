package dev.attune.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.decision.Resolution;
import dev.attune.decision.Slot;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What recorded effects of rules do to an answer, of nothing but the record. */
class RuleEffectsTest {
  private static final Slot RAIL =
      Slot.named("rail/HOME_TRENDING").rankedBy(Map.of(Feature.POPULARITY, 1.0));

  private static Candidate product(String id, double popularity, RuleEffect... effects) {
    Features features =
        Features.none()
            .with(Feature.POPULARITY, popularity)
            .with(Feature.STOCK_COVER, 1 - popularity);
    GlobalId subject = new GlobalId(NodeType.PRODUCT, id);
    return new Candidate(subject, "TEST", null, "Brand", null, features).touched(List.of(effects));
  }

  private static RuleEffect effect(Kind kind, double amount, String about) {
    return new RuleEffect("r-" + kind, kind, amount, about);
  }

  private static List<String> answer(String slot, int first, Candidate... candidates) {
    Question question =
        new Question(slot, first, true, Map.of("POPULARITY", 1.0), "0", List.of(candidates));
    return Resolution.of(RAIL, question).answer().stream()
        .map(ranked -> ranked.candidate().subject().local())
        .toList();
  }

  @Test
  void letsOverstockRiseByItsWeight() {
    RuleEffect weigh = effect(Kind.WEIGH, 1, Feature.STOCK_COVER.name());
    RuleEffect strong = new RuleEffect("strong", Kind.WEIGH, 1, Feature.STOCK_COVER.name());
    Candidate wanted = product("wanted", .9, weigh, strong);
    Candidate overstock = product("overstock", .2, weigh, strong);
    assertThat(answer("feed", 2, product("wanted", .9), product("overstock", .2)))
        .containsExactly("wanted", "overstock");
    assertThat(answer("feed", 2, wanted, overstock)).containsExactly("overstock", "wanted");
  }

  @Test
  void hidesWhatIsAlsoPinned() {
    Candidate recalled =
        product("recalled", .9, effect(Kind.HIDE, 0, null), effect(Kind.PIN, 1, "0"));
    assertThat(answer("feed", 2, recalled, product("other", .1))).containsExactly("other");
  }

  @Test
  void givesTheNextPlaceToWhoComesSecondAndFillsWithTheBest() {
    List<String> answer =
        answer(
            "feed",
            5,
            product("top", .9),
            product("one", .1, effect(Kind.PIN, 1, "0")),
            product("two", .1, effect(Kind.PIN, 1, "1")),
            product("worse", .2, effect(Kind.FILL, 4, "2")),
            product("better", .3, effect(Kind.FILL, 4, "2")));
    assertThat(answer).containsExactly("one", "two", "top", "better", "worse");
  }

  @Test
  void leavesOutOfARailAndMovesBackInAListingWhatIsOverTheLimit() {
    Candidate[] candidates = {
      product("a", .9, effect(Kind.LIMIT, 1, "Brand")),
      product("b", .8, effect(Kind.LIMIT, 1, "Brand")),
      product("c", .7)
    };
    assertThat(answer("rail/HOME_TRENDING", 3, candidates)).containsExactly("a", "c");
    assertThat(answer("listing/category", 3, candidates)).containsExactly("a", "c", "b");
  }

  @Test
  void liftsAlsoWhatHasNoScore() {
    assertThat(
            answer(
                "feed",
                2,
                product("none", 0),
                product("zero-boosted", 0, effect(Kind.BOOST, 2, null))))
        .containsExactly("zero-boosted", "none");
  }
}
