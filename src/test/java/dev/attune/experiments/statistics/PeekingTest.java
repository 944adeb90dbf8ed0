package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;

/** Made-up experiments, intervals of which are looked at every day for four weeks. */
class PeekingTest {
  private static final int DAYS = 28;
  private static final double ALPHA = .05;
  private static final Winsor CAP = Shopper.capOfBuying(.999);

  @Test
  void aaExperimentsLookedAtDailyRaiseFewFalseAlarms() {
    int perDay = 100;
    Mixture mixture = Mixture.tunedFor(ALPHA, 2L * DAYS * perDay);
    Comparison conversion = new Comparison(Metric.MEAN, mixture, false);
    Comparison revenue = new Comparison(Metric.MEAN, mixture, true);
    Comparison orderValue = new Comparison(Metric.RATIO, mixture, true);
    Shopper shopper = Shopper.buying(CAP, 1);
    Tally conversions = new Tally("conversion");
    Tally revenues = new Tally("revenue with CUPED");
    Tally lifts = new Tally("revenue's lift");
    Tally orderValues = new Tally("order value");
    Tally anyOfFour = new Tally("any of four by Holm");
    Tally anyClaim = new Tally("any of six by e-BH");
    Tally naive = new Tally("revenue by fixed-horizon intervals");
    for (int seed = 0; seed < Tally.EXPERIMENTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Moments> variants = new ArrayList<>(List.of(Moments.NONE, Moments.NONE, Moments.NONE));
      boolean[] alarms = new boolean[7];
      for (int day = 0; day < DAYS; day++) {
        variants.replaceAll(variant -> variant.merge(shopper.visitors(perDay, false, random)));
        List<Effect> effects =
            new ArrayList<>(conversion.of(variants.stream().map(Shopper::orders).toList()));
        effects.addAll(revenue.of(variants));
        effects.addAll(orderValue.of(variants));
        alarms[0] |= claims(effects.get(0));
        alarms[1] |= claims(effects.get(2));
        alarms[2] |= effects.get(2).lift().map(lift -> !lift.interval().contains(0)).orElse(false);
        alarms[3] |= claims(effects.get(4));
        List<Double> four = effects.subList(0, 4).stream().map(Effect::pValue).toList();
        alarms[4] |= Family.holm(four).stream().anyMatch(p -> p <= ALPHA);
        List<Double> evidence = effects.stream().map(Effect::logEvidence).toList();
        alarms[5] |= Family.claims(evidence, ALPHA).contains(true);
        Effect plain = effects.get(2);
        alarms[6] |= Math.abs(Contrast.difference(plain.treatment(), plain.control()).z()) > 1.96;
      }
      conversions.add(alarms[0]);
      revenues.add(alarms[1]);
      lifts.add(alarms[2]);
      orderValues.add(alarms[3]);
      anyOfFour.add(alarms[4]);
      anyClaim.add(alarms[5]);
      naive.add(alarms[6]);
    }
    for (Tally alarms :
        List.of(conversions, revenues, lifts, orderValues, anyOfFour, anyClaim, naive)) {
      System.out.println("A/A " + alarms);
    }
    for (Tally alarms : List.of(conversions, revenues, lifts, orderValues, anyOfFour, anyClaim)) {
      assertThat(alarms.atMost()).as("%s", alarms).isLessThanOrEqualTo(ALPHA);
    }
    assertThat(naive.atLeast()).as("the simulation sees peeking: %s", naive).isGreaterThan(.15);
  }

  @Test
  void intervalsHoldAKnownEffectAtEveryLook() {
    // E[revenue] of Shopper.buying: .04 * exp(-.245 + 4 + (.7 + .4)^2 / 2 + .9^2 / 2)
    double revenue = .04 * Math.exp(4.765);
    assertCovers("conversion", Shopper.converting(.05, .06), false, .01, .2);
    assertCovers("normal, CUPED", Shopper.normal(.7, .1), true, .1, .01);
    assertCovers(
        "uncapped revenue, CUPED", Shopper.buying(Winsor.NONE, 1.1), true, .1 * revenue, .1);
  }

  private static void assertCovers(
      String name, Shopper shopper, boolean adjusted, double difference, double lift) {
    int perDay = 100;
    Mixture mixture = Mixture.tunedFor(ALPHA, 2L * DAYS * perDay);
    Comparison comparison = new Comparison(Metric.MEAN, mixture, adjusted);
    Tally differences = new Tally(name + ": difference covered");
    Tally lifts = new Tally(name + ": lift covered");
    for (int seed = 0; seed < Tally.EXPERIMENTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Moments control = Moments.NONE;
      Moments treatment = Moments.NONE;
      boolean differenceCovered = true;
      boolean liftCovered = true;
      for (int day = 0; day < DAYS; day++) {
        control = control.merge(shopper.visitors(perDay, false, random));
        treatment = treatment.merge(shopper.visitors(perDay, true, random));
        Effect effect = comparison.of(List.of(control, treatment)).get(0);
        differenceCovered &= effect.difference().interval().contains(difference);
        liftCovered &= effect.lift().map(told -> told.interval().contains(lift)).orElse(true);
      }
      differences.add(differenceCovered);
      lifts.add(liftCovered);
    }
    System.out.println("A/B " + differences + "; " + lifts);
    assertThat(differences.atLeast()).as("%s", differences).isGreaterThanOrEqualTo(1 - ALPHA);
    assertThat(lifts.atLeast()).as("%s", lifts).isGreaterThanOrEqualTo(1 - ALPHA);
  }

  @Test
  void theDesignEffectIsFoundWithTwiceTheFixedHorizonsUnits() {
    double variance = (.05 * .95 + .06 * .94) / 2;
    long planned = 2 * new Plan(ALPHA, .8, .5, .5).units(Plan.Looking.ONCE, variance, .01);
    int perDay = (int) (planned / 2 / DAYS);
    Comparison comparison = new Comparison(Metric.MEAN, Mixture.tunedFor(ALPHA, planned), false);
    Shopper shopper = Shopper.converting(.05, .06);
    Tally found = new Tally("design effect found");
    for (int seed = 0; seed < Tally.EXPERIMENTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Moments control = Moments.NONE;
      Moments treatment = Moments.NONE;
      boolean claimed = false;
      for (int day = 0; day < DAYS && !claimed; day++) {
        control = control.merge(shopper.visitors(perDay, false, random));
        treatment = treatment.merge(shopper.visitors(perDay, true, random));
        Effect effect = comparison.of(List.of(control, treatment)).get(0);
        claimed = effect.difference().interval().lower() > 0;
      }
      found.add(claimed);
    }
    System.out.println("A/B " + found + " with " + planned + " units");
    assertThat(found.atLeast()).as("%s", found).isGreaterThanOrEqualTo(.8);
  }

  @Test
  void cupedNarrowsAsTheoryPredicts() {
    double[] raw = new double[400];
    double[] adjusted = new double[400];
    double widths = 0;
    Mixture mixture = Mixture.tunedFor(ALPHA, 2_000);
    Shopper shopper = Shopper.normal(.7, 0);
    for (int seed = 0; seed < raw.length; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Moments> variants =
          List.of(shopper.visitors(1_000, false, random), shopper.visitors(1_000, true, random));
      Estimate plain = new Comparison(Metric.MEAN, mixture, false).of(variants).get(0).difference();
      Estimate cuped = new Comparison(Metric.MEAN, mixture, true).of(variants).get(0).difference();
      raw[seed] = plain.value();
      adjusted[seed] = cuped.value();
      widths += Math.pow(cuped.interval().width() / plain.interval().width(), 2) / raw.length;
    }
    double spread = variance(adjusted) / variance(raw);
    System.out.printf(
        "CUPED at correlation .7: squared width %.4f, variance of the estimate %.3f; theory %.2f%n",
        widths, spread, 1 - .7 * .7);
    assertThat(widths).isBetween(.505, .515);
    assertThat(spread).isBetween(.41, .61);
  }

  private static boolean claims(Effect effect) {
    return !effect.difference().interval().contains(0);
  }

  private static double variance(double[] values) {
    return new Variance().evaluate(values);
  }
}
