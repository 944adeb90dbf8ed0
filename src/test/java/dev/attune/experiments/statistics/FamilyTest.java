package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {
  @Test
  void holmAdjustsStepByStep() {
    assertThat(Family.holm(List.of(.01, .04, .03, .005))).containsExactly(.03, .06, .06, .02);
    assertThat(Family.holm(List.of(.9, .6))).containsExactly(1., 1.);
    assertThat(Family.holm(List.of())).isEmpty();
  }

  @Test
  void claimsTheLargestEvidenceThatItsRankAllows() {
    List<Double> evidence = List.of(Math.log(45), Math.log(2), Math.log(41), Math.log(90));
    assertThat(Family.claims(evidence, .05)).containsExactly(true, false, true, true);
    assertThat(Family.claims(List.of(Math.log(79), 0., 0., 0.), .05)).doesNotContain(true);
    assertThat(Family.claims(List.of(Math.log(81), 0., 0., 0.), .05))
        .containsExactly(true, false, false, false);
  }

  @Test
  void intervalsThatHoldAllAtOnceShareTheAlpha() {
    assertThat(Family.each(.05, 5)).isEqualTo(.01);
    assertThat(Family.each(.05, 0)).isEqualTo(.05);
  }
}
