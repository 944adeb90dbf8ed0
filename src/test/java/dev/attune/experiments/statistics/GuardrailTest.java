package dev.attune.experiments.statistics;

import static dev.attune.experiments.statistics.Guardrail.Outcome.BREACHED;
import static dev.attune.experiments.statistics.Guardrail.Outcome.PASS;
import static dev.attune.experiments.statistics.Guardrail.Outcome.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.attune.experiments.statistics.Guardrail.Harm;
import org.junit.jupiter.api.Test;

class GuardrailTest {
  private static final Guardrail MARGIN = new Guardrail(Harm.FALLING, true, .02, .05);
  private static final Guardrail DISCOUNT = new Guardrail(Harm.RISING, false, .01, .05);
  private static final Guardrail RETURNS = new Guardrail(Harm.RISING, true, .1, .05);

  @Test
  void marginMayFallByItsToleranceAndNotByMore() {
    assertThat(MARGIN.judge(level(5), level(5), 10_000)).isEqualTo(PASS);
    assertThat(MARGIN.judge(level(9), level(5), 10_000)).isEqualTo(PASS);
    assertThat(MARGIN.judge(level(4.9), level(5), 10_000)).isEqualTo(UNDECIDED);
    assertThat(MARGIN.judge(level(4.7), level(5), 10_000)).isEqualTo(BREACHED);
  }

  @Test
  void discountMayRiseByItsToleranceAndNotByMore() {
    assertThat(DISCOUNT.judge(level(.05), level(.1), 10_000)).isEqualTo(PASS);
    assertThat(DISCOUNT.judge(level(.11), level(.1), 10_000)).isEqualTo(UNDECIDED);
    assertThat(DISCOUNT.judge(level(.3), level(.1), 10_000)).isEqualTo(BREACHED);
    assertThat(RETURNS.judge(level(2.1), level(2), 10_000)).isEqualTo(PASS);
    assertThat(RETURNS.judge(level(2.4), level(2), 10_000)).isEqualTo(BREACHED);
  }

  @Test
  void ofALossAToleranceIsAShareToo() {
    assertThat(MARGIN.judge(level(-5), level(-5), 10_000)).isEqualTo(PASS);
    assertThat(MARGIN.judge(level(-5.3), level(-5), 10_000)).isEqualTo(BREACHED);
    assertThat(RETURNS.judge(level(-2), level(-2), 10_000)).isEqualTo(PASS);
  }

  @Test
  void theRoomLeftHasOneSidedBounds() {
    Interval room = MARGIN.room(level(5), level(5), 10_000);
    double error = .01 * Math.sqrt(1 + .98 * .98);
    assertThat(room.lower()).isCloseTo(.1 - error * 2.7785153234980133, offset(1e-9));
    assertThat(room.upper()).isCloseTo(.1 + error * 2.7785153234980133, offset(1e-9));
  }

  @Test
  void aControlWithoutAnyDiscountHasTheSpreadOfTheTreatment() {
    Level none = Level.of(2_000, 0, 0);
    assertThat(DISCOUNT.judge(Level.of(2_000, .25, 100), none, 10_000)).isEqualTo(BREACHED);
    assertThat(DISCOUNT.judge(Level.of(2_000, .02, 100), none, 10_000)).isEqualTo(UNDECIDED);
    assertThat(DISCOUNT.judge(none, Level.of(2_000, .25, 100), 10_000)).isEqualTo(PASS);
    assertThat(DISCOUNT.judge(Level.of(2_000, .25, 0), none, 10_000)).isEqualTo(UNDECIDED);
    assertThat(DISCOUNT.judge(Level.of(2_000, .25, 100), Level.silent(2_000, 0), 10_000))
        .isEqualTo(UNDECIDED);
  }

  @Test
  void nobodyYetIsUndecided() {
    Level nobody = Level.of(0, 0, 0);
    assertThat(MARGIN.judge(nobody, nobody, 10_000)).isEqualTo(UNDECIDED);
    assertThatThrownBy(() -> new Guardrail(Harm.FALLING, true, 1.5, .05))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Level level(double mean) {
    return new Level(5_000, mean, 1e-4);
  }
}
