package dev.attune.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
  @Test
  void bringsEveryDecisionBackToTheBit() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      RecordedDecision decision = SomeDecisions.any("json-" + i, random);
      RecordedDecision read = DecisionJson.read(DecisionJson.write(decision));
      assertSame(read, decision);
      assertSame(DecisionJson.unpack(DecisionJson.pack(decision)), decision);
    }
  }

  @Test
  void keepsExtremeNumbers() throws IOException {
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
  void leavesOutFeaturesOfNewerVersions() throws IOException {
    Features features = Features.none().with(Feature.TREND, 0.5);
    String json =
        new String(DecisionJson.write(SomeDecisions.with(features, "hero")), StandardCharsets.UTF_8)
            .replace("\"TREND\":0.5", "\"TREND\":0.5,\"MOON_PHASE\":0.25");
    assertThat(json).contains("MOON_PHASE");
    RecordedDecision read = DecisionJson.read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(read.question().candidates().get(0).features().known()).isEqualTo(features.known());
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
