package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class WinsorTest {
  @Test
  void capsAtTheQuantileThatPostgresqlAndHipparchusKnow() {
    double[] values = new SplittableRandom(2).doubles(1_234, -50, 5_000).toArray();
    Percentile seven = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    Winsor winsor = Winsor.at(.995, values);
    assertThat(winsor.cap()).isCloseTo(seven.evaluate(values, 99.5), offset(1e-9));
    assertThat(winsor.floor()).isCloseTo(seven.evaluate(values, .5), offset(1e-9));
    assertThat(winsor.apply(1e6)).isEqualTo(winsor.cap());
    assertThat(winsor.apply(-1e6)).isEqualTo(winsor.floor());
    assertThat(winsor.apply(17)).isEqualTo(17);
  }

  @Test
  void nobodysValuesCapNothing() {
    assertThat(Winsor.at(.99, new double[0]).apply(1e12)).isEqualTo(1e12);
    assertThatThrownBy(() -> Winsor.at(.2, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
