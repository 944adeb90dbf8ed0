package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.hipparchus.stat.inference.TTest;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class EffectTest {
  private static final Mixture MIXTURE = Mixture.tunedFor(.05, 2_000);
  private static final Winsor CAP = Shopper.capOfBuying(.999);

  @Test
  void theDifferenceInStandardErrorsIsWelchsT() {
    double[] control = values(1, 700, 10);
    double[] treatment = values(2, 500, 10.3);
    Effect effect = compare(Metric.MEAN, false, meansOf(control), meansOf(treatment));
    double z = z(effect);
    assertThat(z).isCloseTo(new TTest().t(treatment, control), offset(1e-9));
    assertThat(effect.difference().interval().width())
        .isCloseTo(2 * effect.difference().value() / z * MIXTURE.twoSided(1_200), offset(1e-9));
    assertThat(effect.pValue()).isEqualTo(Math.min(1, Math.exp(-MIXTURE.logEvidence(z, 1_200))));
  }

  @Test
  void aRatiosSpreadIsThatOfItsLinearPart() {
    SplittableRandom random = new SplittableRandom(3);
    Moments moments = Moments.NONE;
    double[] values = new double[400];
    double[] orders = new double[400];
    for (int i = 0; i < 400; i++) {
      orders[i] = random.nextInt(3);
      values[i] = orders[i] * (20 + random.nextGaussian());
      moments = moments.merge(Moments.of(values[i], orders[i], 0));
    }
    double ratio = moments.means().value() / moments.means().base();
    double[] linear = new double[400];
    for (int i = 0; i < 400; i++) {
      linear[i] = (values[i] - ratio * orders[i]) / moments.means().base();
    }
    Level level = Cuped.none(Metric.RATIO).level(moments);
    assertThat(level.mean()).isEqualTo(ratio);
    assertThat(level.variance()).isCloseTo(new Variance().evaluate(linear) / 400, offset(1e-12));
  }

  @Test
  void aRatioSaysNothingOfAFewOrders() {
    Moments few = Moments.NONE;
    for (int i = 0; i < 1_000; i++) {
      boolean buys = i % 50 == 0;
      few = few.merge(Moments.of(buys ? 30 + i % 7 : 0, buys ? 1 : 0, 0));
    }
    assertThat(Cuped.none(Metric.RATIO).level(few).variance()).isInfinite();
    Moments enough = few.merge(few);
    assertThat(Cuped.none(Metric.RATIO).level(enough).variance()).isFinite();
  }

  @Test
  void thetaIsTheSlopeAndWhatIsLeftIsTheUnexplained() {
    SplittableRandom random = new SplittableRandom(4);
    SimpleRegression regression = new SimpleRegression();
    Moments moments = Moments.NONE;
    for (int i = 0; i < 1_000; i++) {
      double before = random.nextGaussian();
      double value = 3 * before + 4 * random.nextGaussian();
      regression.addData(before, value);
      moments = moments.merge(Moments.of(value, 0, before));
    }
    Cuped cuped = Cuped.of(Metric.MEAN, List.of(moments));
    double raw = Cuped.none(Metric.MEAN).level(moments).variance();
    assertThat(cuped.theta()).isCloseTo(regression.getSlope(), offset(1e-9));
    assertThat(cuped.level(moments).variance() / raw)
        .isCloseTo(1 - regression.getRSquare(), offset(1e-9));
  }

  @Test
  void takesOutWhatTheVariantsDifferedInBefore() {
    Moments control = Moments.NONE;
    Moments treatment = Moments.NONE;
    for (int i = 0; i < 500; i++) {
      double noise = i % 2;
      control = control.merge(Moments.of(i % 10 + noise, 0, i % 10));
      treatment = treatment.merge(Moments.of(i % 10 + 5 + noise, 0, i % 10 + 5));
    }
    assertThat(compare(Metric.MEAN, false, control, treatment).difference().value())
        .isCloseTo(5, offset(1e-9));
    assertThat(compare(Metric.MEAN, true, control, treatment).difference().value())
        .isCloseTo(0, offset(.4));
  }

  @Test
  void theLiftLeavesOutZeroExactlyWhenTheDifferenceDoes() {
    int sure = 0;
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Shopper shopper = Shopper.converting(.05, .05 + .0005 * seed);
      Effect effect =
          compare(
              Metric.MEAN,
              false,
              shopper.visitors(1_000, false, random),
              shopper.visitors(1_000, true, random));
      boolean difference = !effect.difference().interval().contains(0);
      assertThat(!effect.lift().orElseThrow().interval().contains(0)).isEqualTo(difference);
      assertThat(effect.pValue() <= MIXTURE.alpha()).isEqualTo(difference);
      sure += difference ? 1 : 0;
    }
    assertThat(sure).isBetween(50, 150);
  }

  @Test
  void withManyUnitsTheLiftIsTheDeltaMethods() {
    Level control = new Level(1_000_000, 2, 1e-6);
    Level treatment = new Level(1_000_000, 2.2, 2e-6);
    Interval lift = Estimate.lift(treatment, control, MIXTURE).orElseThrow().interval();
    double delta = Math.sqrt((2e-6 + 1.1 * 1.1 * 1e-6) / 4) * MIXTURE.twoSided(2_000_000);
    assertThat(lift.lower()).isCloseTo(.1 - delta, offset(1e-5));
    assertThat(lift.upper()).isCloseTo(.1 + delta, offset(1e-5));
  }

  @Test
  void aLiftIsKeptBackWhileControlMayBeZero() {
    Level treatment = new Level(1_000, 2, .01);
    assertThat(Estimate.lift(treatment, new Level(1_000, .2, .01), MIXTURE)).isEmpty();
    assertThat(Estimate.lift(treatment, new Level(1_000, -2, .01), MIXTURE)).isEmpty();
  }

  @Test
  void whoCannotTellYetSaysNothingAndDoesNotBreak() {
    SplittableRandom random = new SplittableRandom(5);
    Shopper shopper = Shopper.buying(CAP, 1);
    Moments many = shopper.visitors(5_000, false, random);
    List<Moments> silent =
        new ArrayList<>(List.of(Moments.NONE, shopper.visitors(99, true, random)));
    silent.add(Shopper.converting(0, 0).visitors(1_000, true, random));
    for (Metric metric : Metric.values()) {
      for (Moments variant : silent) {
        Effect effect = compare(metric, true, many, variant);
        assertThat(effect.difference().interval().bounded()).isFalse();
        assertThat(effect.pValue()).isEqualTo(1);
        assertThat(compare(metric, true, variant, many).pValue()).isEqualTo(1);
      }
    }
    assertThatThrownBy(() -> new Comparison(Metric.MEAN, MIXTURE, false).of(List.of(many)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] values(long seed, int units, double mean) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[units];
    for (int i = 0; i < units; i++) {
      values[i] = mean + random.nextGaussian();
    }
    return values;
  }

  private static Moments meansOf(double[] values) {
    Moments moments = Moments.NONE;
    for (double value : values) {
      moments = moments.merge(Moments.of(value, 0, 0));
    }
    return moments;
  }

  private static Effect compare(
      Metric metric, boolean adjusted, Moments control, Moments treatment) {
    return new Comparison(metric, MIXTURE, adjusted).of(List.of(control, treatment)).get(0);
  }

  private static double z(Effect effect) {
    return Contrast.difference(effect.treatment(), effect.control()).z();
  }
}
