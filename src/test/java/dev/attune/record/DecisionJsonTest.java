package dev.attune.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
  @Test
  void bringsEveryDecisionBackToTheBit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      RecordedDecision decision = SomeDecisions.any("json-" + i, random);
      RecordedDecision read = DecisionJson.read(DecisionJson.write(decision));
      assertSame(read, decision);
      assertSame(DecisionJson.unpack(DecisionJson.pack(decision)), decision);
    }
  }

  @Test
  void readsAllButTheCandidatesWithoutThem() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 50; i++) {
      RecordedDecision decision = SomeDecisions.rail("json-" + i, 4 * i, random);
      DecisionJson.Head head = DecisionJson.head(DecisionJson.pack(decision));
      assertThat(head.decision())
          .usingRecursiveComparison()
          .ignoringFields("question.candidates")
          .isEqualTo(decision);
      assertThat(head.decision().question().candidates()).isEmpty();
      assertThat(head.acting()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsDamaged() {
    byte[] packed = DecisionJson.pack(SomeDecisions.rail("json", 9, new SplittableRandom(5)));
    packed[packed.length - 8] ^= 1;
    assertThatThrownBy(() -> DecisionJson.unpack(packed)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void keepsExtremeNumbers() {
    for (double value :
        new double[] {Double.MIN_VALUE, Double.MAX_VALUE, -Double.MIN_NORMAL, 0.1 + 0.2, 2e-3}) {
      Features features = Features.none().with(Feature.RELEVANCE, value);
      RecordedDecision read =
          DecisionJson.read(DecisionJson.write(SomeDecisions.with(features, "hero")));
      assertThat(read.question().candidates().get(0).features().get(Feature.RELEVANCE))
          .isEqualTo(value);
    }
  }

  @Test
  void writesOnlyWhatIsKnown() {
    Features features = Features.none().with(Feature.TREND, 0.5);
    String json =
        new String(
            DecisionJson.write(SomeDecisions.with(features, "hero")), StandardCharsets.UTF_8);
    assertThat(json).contains("\"features\":{\"TREND\":0.5}");
  }

  @Test
  void leavesOutFeaturesOfNewerVersions() {
    Features features = Features.none().with(Feature.TREND, 0.5);
    String json =
        new String(DecisionJson.write(SomeDecisions.with(features, "hero")), StandardCharsets.UTF_8)
            .replace("\"TREND\":0.5", "\"TREND\":0.5,\"MOON_PHASE\":0.25");
    assertThat(json).contains("MOON_PHASE");
    RecordedDecision read = DecisionJson.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read.question().candidates().get(0).features().known()).isEqualTo(features.known());
  }

  @Test
  void readsWhatALaterVersionRecordedWithoutWhatItAloneKnows() {
    String json =
        """
        {"id":"later","proof":"TELEPATHIC","at":"2026-03-01T12:00:00Z","basis":"GUESSED",
         "degraded":false,"reasons":[{"code":"STARS_ALIGNED"},{"code":"POPULAR"}],
         "answer":["gid://attune/Hologram/h1","gid://attune/Product/p1"],
         "versions":{"catalog":"c","merchandise":"m","models":"x","profile":1,"policy":"p"},
         "question":{"slot":"hero","first":1,"mayNameHistory":false,"tuning":{},"seed":"s",
           "candidates":[
             {"subject":"gid://attune/Hologram/h1","source":"NEW","features":{}},
             {"subject":"gid://attune/Product/p1","source":"NEW","features":{"TREND":0.5},
              "rules":[{"rule":"r","kind":"LEVITATE","amount":1},
                {"rule":"r","kind":"BOOST","amount":2}]}]}}
        """;
    RecordedDecision read = DecisionJson.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read.basis()).isEqualTo(Basis.PERSONALIZED);
    assertThat(read.reasons()).extracting(Reason::code).containsExactly(Reason.Code.POPULAR);
    assertThat(read.answer()).hasToString("[gid://attune/Product/p1]");
    assertThat(read.question().candidates()).hasSize(1);
    assertThat(read.question().candidates().get(0).effects())
        .extracting(RuleEffect::kind)
        .containsExactly(RuleEffect.Kind.BOOST);
  }

  @Test
  void packsARailToAThirdOrLess() {
    RecordedDecision rail = SomeDecisions.rail("json-rail", 60, new SplittableRandom(3));
    int plain = DecisionJson.write(rail).length;
    int packed = DecisionJson.pack(rail).length;
    System.getLogger("sizes").log(System.Logger.Level.INFO, "{0} plain, {1} packed", plain, packed);
    assertThat(packed).isLessThan(plain / 3);
  }

  private static void assertSame(RecordedDecision read, RecordedDecision written) {
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
    assertThat(DecisionJson.write(read)).isEqualTo(DecisionJson.write(written));
  }
}
