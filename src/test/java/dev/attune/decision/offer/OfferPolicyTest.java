package dev.attune.decision.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.decision.Verdict;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** To whom an offer may go. */
class OfferPolicyTest {
  private static final Features TENTH = Features.none().with(Feature.DISCOUNT, .1);

  @Test
  void nobodyGetsWhatLeavesLessThanTheFloor() {
    assertThat(margin(TENTH.with(Feature.COSTED, true).with(Feature.MARGIN, .24)))
        .isEqualTo(Verdict.KEEP);
    assertThat(margin(TENTH.with(Feature.COSTED, true).with(Feature.MARGIN, .23)))
        .isEqualTo(Verdict.hide("would leave a margin of 14 %, the floor is 15 %"));
  }

  @Test
  void anOfferMayHaveAFloorOfItsOwn() {
    Features thin = TENTH.with(Feature.COSTED, true).with(Feature.MARGIN, .2);
    assertThat(margin(thin)).isInstanceOf(Verdict.Hide.class);
    assertThat(margin(thin.with(Feature.MARGIN_FLOOR, .1))).isEqualTo(Verdict.KEEP);
  }

  @Test
  void theFloorDoesNotActWhereCostsAreMissing() {
    assertThat(margin(TENTH)).isEqualTo(Verdict.KEEP);
  }

  @Test
  void whoBuysAtTheFullPriceGetsNone() {
    Features loyal = TENTH.with(Feature.ORDERS, 5).with(Feature.DISCOUNT_AFFINITY, .2);
    assertThat(need(loyal))
        .isEqualTo(
            Verdict.hide("buys without it: 20 % of what 5 orders brought was cheaper than usual"));
  }

  @Test
  void whoIsNewWhoBuysCheapAndWhoSlipsAwayMayGetIt() {
    assertThat(need(TENTH)).isEqualTo(Verdict.KEEP);
    assertThat(need(TENTH.with(Feature.ORDERS, 2))).isEqualTo(Verdict.KEEP);
    assertThat(need(TENTH.with(Feature.ORDERS, 5).with(Feature.DISCOUNT_AFFINITY, .21)))
        .isEqualTo(Verdict.KEEP);
    assertThat(need(TENTH.with(Feature.ORDERS, 5).with(Feature.LAPSING, true)))
        .isEqualTo(Verdict.KEEP);
  }

  @Test
  void whatTakesNothingOffIsNotJudged() {
    Features dear = Features.none().with(Feature.COSTED, true).with(Feature.ORDERS, 9);
    assertThat(margin(dear)).isEqualTo(Verdict.KEEP);
    assertThat(need(dear)).isEqualTo(Verdict.KEEP);
  }

  @Test
  void theLimitsAreWhatIsConfigured() {
    OfferSettings defaults =
        new SmallRyeConfigBuilder()
            .withMapping(OfferSettings.class)
            .build()
            .getConfigMapping(OfferSettings.class);
    assertThat(OfferPolicy.tuned(OfferPolicy.STATED, defaults)).isEqualTo(OfferPolicy.STATED);
    Map<String, Double> strict = OfferPolicy.tuned(OfferPolicy.STATED, new OfferLimits(.5, 1, 0));
    Features fair = TENTH.with(Feature.COSTED, true).with(Feature.MARGIN, .5);
    assertThat(OfferPolicy.LEAVES_A_MARGIN.judge(fair, strict)).isInstanceOf(Verdict.Hide.class);
    assertThat(OfferPolicy.tuned(Map.of("other", 1.0), defaults)).isEqualTo(Map.of("other", 1.0));
  }

  private static Verdict margin(Features offer) {
    return OfferPolicy.LEAVES_A_MARGIN.judge(offer, OfferPolicy.STATED);
  }

  private static Verdict need(Features offer) {
    return OfferPolicy.NOT_WHO_BUYS_WITHOUT_IT.judge(offer, OfferPolicy.STATED);
  }
}
