package dev.attune.merchandising.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.merchandising.impact.Bootstrap.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Days that treated mice lived: Efron and Tibshirani 1993, table 2.1. */
  private static final double[] MICE = {94, 197, 16, 38, 99, 141, 23};

  /** One interval for one statistic, every shopper with so many decisions. */
  private static Interval interval(double size, double... sums) {
    return Bootstrap.of(
            DoubleStream.of(sums).mapToObj(sum -> new double[] {sum}).toList(),
            Collections.nCopies(sums.length, size))
        .get(0);
  }

  /** All 7^7 resamples counted: 2.5 % of their means are at most 43.43, 97.5 % at most 134.43. */
  @Test
  void agreesWithAllResamplesOfASmallSample() {
    Interval interval = interval(1, MICE);
    assertThat(interval.low()).isCloseTo(43.43, within(3.0));
    assertThat(interval.high()).isCloseTo(134.43, within(3.0));
  }

  @Test
  void dividesByDecisionsAndNotByShoppers() {
    Interval one = interval(1, MICE);
    Interval four = interval(4, MICE);
    assertThat(four.low()).isCloseTo(one.low() / 4, within(1e-9));
    assertThat(four.high()).isCloseTo(one.high() / 4, within(1e-9));
  }

  @Test
  void isWiderWhereDecisionsBelongToFewerShoppers() {
    List<double[]> single = new ArrayList<>();
    List<double[]> paired = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      single.add(new double[] {i % 2});
      single.add(new double[] {i % 2});
      paired.add(new double[] {2 * (i % 2)});
    }
    Interval many = Bootstrap.of(single, Collections.nCopies(200, 1.0)).get(0);
    Interval few = Bootstrap.of(paired, Collections.nCopies(100, 2.0)).get(0);
    assertThat(few.high() - few.low()).isGreaterThan(1.2 * (many.high() - many.low()));
    assertThat(many.high() - many.low()).isCloseTo(2 * 1.96 * .5 / Math.sqrt(200), within(.02));
  }

  @Test
  void isTheSameForTheSame() {
    assertThat(interval(1, MICE)).isEqualTo(interval(1, MICE));
  }

  @Test
  void saysNothingOfASingleShopper() {
    assertThat(Bootstrap.of(List.of(new double[] {3}), List.of(1.0))).isEmpty();
  }
}
