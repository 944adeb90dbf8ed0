package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Golden values: mpmath's Dirichlet-multinomial at 40 digits. */
class SampleRatioTest {
  @Test
  void weighsTheCountsAgainstAllSharesAround() {
    assertThat(SampleRatio.of(List.of(5_200L, 4_800L), List.of(1, 1)).logEvidence())
        .isCloseTo(6.0758176515789688, offset(1e-8));
    assertThat(SampleRatio.of(List.of(9_000L, 5_100L, 4_900L), List.of(2, 1, 1)).logEvidence())
        .isCloseTo(23.895896208606795, offset(1e-8));
    assertThat(SampleRatio.of(List.of(5_000L, 5_000L), List.of(7, 7)).logEvidence())
        .isCloseTo(-1.1991749090848227, offset(1e-8));
  }

  @Test
  void showsPearsonsChiSquareBesides() {
    SampleRatio ratio = SampleRatio.of(List.of(9_000L, 5_100L, 4_900L), List.of(2, 1, 1));
    ChiSquareTest test = new ChiSquareTest();
    double[] expected = {9_500, 4_750, 4_750};
    long[] observed = {9_000, 5_100, 4_900};
    assertThat(ratio.chiSquare()).isCloseTo(test.chiSquare(expected, observed), offset(1e-9));
    assertThat(ratio.chiSquareP()).isCloseTo(test.chiSquareTest(expected, observed), offset(1e-12));
    assertThat(ratio.mismatch()).isTrue();
  }

  @Test
  void nobodyIsNoMismatch() {
    SampleRatio nobody = SampleRatio.of(List.of(0L, 0L), List.of(1, 3));
    assertThat(nobody.pValue()).isEqualTo(1);
    assertThat(nobody.chiSquareP()).isEqualTo(1);
    assertThatThrownBy(() -> SampleRatio.of(List.of(1L), List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
