package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Made-up experiments, the stop signs of which are looked at every day for four weeks. */
class StopSignsTest {
  private static final int DAYS = 28;
  private static final double ALPHA = .05;

  @Test
  void sharesThatDriftAreCaughtAndThoseThatDoNotAreLeftAlone() {
    Tally falseAtFive = new Tally("50/50 at .05");
    Tally falseAtAlpha = new Tally("50/50 at .001");
    Tally caught = new Tally("48/52 caught in four weeks");
    Tally naive = new Tally("50/50 by daily chi-square at .05");
    for (int seed = 0; seed < Tally.EXPERIMENTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      boolean[] even = daily(.5, random);
      boolean[] uneven = daily(.48, random);
      falseAtFive.add(even[0]);
      falseAtAlpha.add(even[1]);
      naive.add(even[2]);
      caught.add(uneven[1]);
    }
    System.out.println("SRM " + List.of(falseAtFive, falseAtAlpha, caught, naive));
    assertThat(falseAtFive.atMost()).as("%s", falseAtFive).isLessThanOrEqualTo(.05);
    assertThat(falseAtAlpha.atLeast()).as("%s", falseAtAlpha).isLessThanOrEqualTo(.001);
    assertThat(caught.atLeast()).as("%s", caught).isGreaterThan(.95);
    assertThat(naive.atLeast()).as("%s", naive).isGreaterThan(.15);
  }

  /** Alarms at .05, at the alpha that stops, and of a chi-square test, at any of the looks. */
  private static boolean[] daily(double share, SplittableRandom random) {
    boolean[] alarms = new boolean[3];
    long first = 0;
    for (int day = 1; day <= DAYS; day++) {
      for (int i = 0; i < 1_000; i++) {
        first += random.nextDouble() < share ? 1 : 0;
      }
      SampleRatio ratio = SampleRatio.of(List.of(first, day * 1_000 - first), List.of(1, 1));
      alarms[0] |= ratio.pValue() <= .05;
      alarms[1] |= ratio.mismatch();
      alarms[2] |= ratio.chiSquareP() <= .05;
    }
    return alarms;
  }

  @Test
  void guardrailsStopHarmAndLetPassWhatDoesNone() {
    Guardrail margin = new Guardrail(Guardrail.Harm.FALLING, true, .02, ALPHA);
    Map<Guardrail.Outcome, Tally> edge = outcomes(margin, -.2);
    Map<Guardrail.Outcome, Tally> harmed = outcomes(margin, -.4);
    Map<Guardrail.Outcome, Tally> unharmed = outcomes(margin, 0);
    System.out.println("guardrail " + edge + harmed + unharmed);
    assertThat(edge.get(Guardrail.Outcome.BREACHED).atMost()).isLessThanOrEqualTo(ALPHA);
    assertThat(edge.get(Guardrail.Outcome.PASS).atMost()).isLessThanOrEqualTo(ALPHA);
    assertThat(harmed.get(Guardrail.Outcome.BREACHED).atLeast()).isGreaterThan(.9);
    assertThat(unharmed.get(Guardrail.Outcome.PASS).atLeast()).isGreaterThan(.9);
  }

  /** The first outcome of daily looks that decides, for a margin of 10 that changes by so much. */
  private static Map<Guardrail.Outcome, Tally> outcomes(Guardrail guardrail, double effect) {
    int perDay = 50;
    Shopper shopper = Shopper.normal(0, effect);
    Map<Guardrail.Outcome, Tally> tallies = new EnumMap<>(Guardrail.Outcome.class);
    for (Guardrail.Outcome outcome : Guardrail.Outcome.values()) {
      tallies.put(outcome, new Tally(effect + " " + outcome));
    }
    for (int seed = 0; seed < Tally.EXPERIMENTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Moments control = Moments.NONE;
      Moments treatment = Moments.NONE;
      boolean passed = false;
      boolean breached = false;
      for (int day = 0; day < DAYS; day++) {
        control = control.merge(shopper.visitors(perDay, false, random));
        treatment = treatment.merge(shopper.visitors(perDay, true, random));
        Cuped plain = Cuped.none(Metric.MEAN);
        Guardrail.Outcome outcome =
            guardrail.judge(plain.level(treatment), plain.level(control), 2L * DAYS * perDay);
        passed |= outcome == Guardrail.Outcome.PASS;
        breached |= outcome == Guardrail.Outcome.BREACHED;
      }
      tallies.get(Guardrail.Outcome.PASS).add(passed);
      tallies.get(Guardrail.Outcome.BREACHED).add(breached);
      tallies.get(Guardrail.Outcome.UNDECIDED).add(!passed && !breached);
    }
    return tallies;
  }
}
