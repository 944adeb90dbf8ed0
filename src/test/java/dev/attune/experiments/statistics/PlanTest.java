package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.attune.experiments.statistics.Plan.Looking;
import org.junit.jupiter.api.Test;

/** Golden values: SciPy 1.17. */
class PlanTest {
  private static final Plan EVEN = new Plan(.05, .8, .5, .5);
  private static final Plan UNEVEN = new Plan(.025, .9, .1, .6);

  @Test
  void knowsHowManyUnitsItNeeds() {
    assertThat(EVEN.units(Looking.ONCE, .0475, .01)).isEqualTo(14_913);
    assertThat(EVEN.units(Looking.ANYTIME, .0475, .01)).isEqualTo(28_556);
    assertThat(UNEVEN.units(Looking.ONCE, 4, .1)).isEqualTo(40_544);
    assertThat(UNEVEN.units(Looking.ANYTIME, 4, .1)).isEqualTo(67_948);
  }

  @Test
  void whatSoManyUnitsFindIsWhatNeedsSoMany() {
    for (Looking looking : Looking.values()) {
      double effect = UNEVEN.effect(looking, 4, 50_000);
      assertThat(UNEVEN.units(looking, 4, effect)).isBetween(50_000L, 50_001L);
    }
  }

  @Test
  void countsDaysOfThoseWhoAreCompared() {
    assertThat(EVEN.days(28_556, 1_000)).isEqualTo(29);
    assertThat(UNEVEN.days(67_948, 1_000)).isEqualTo(98);
    assertThat(EVEN.days(1, 0)).isEqualTo(Long.MAX_VALUE);
    assertThat(EVEN.days(0, 0)).isZero();
  }

  @Test
  void lookingAnytimeIsPaidForInUnitsNotInPower() {
    long once = EVEN.units(Looking.ONCE, .0475, .01);
    Mixture mixture = Mixture.tunedFor(.05, 2 * once);
    assertThat(EVEN.powerAt(mixture, .0475, .01, 2 * once)).isBetween(.815, .825);
    long anytime = EVEN.units(Looking.ANYTIME, .0475, .01);
    assertThat(EVEN.powerAt(Mixture.tunedFor(.05, anytime), .0475, .01, anytime))
        .isCloseTo(.8, offset(1e-4));
    assertThat((double) anytime / once).isCloseTo(1.9148, offset(1e-3));
  }

  @Test
  void refusesWhatCannotBePlanned() {
    assertThatThrownBy(() -> EVEN.units(Looking.ONCE, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Plan(.05, .8, .7, .7))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
