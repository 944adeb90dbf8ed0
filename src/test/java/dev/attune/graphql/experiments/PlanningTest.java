package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Baseline;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanningTest {
  /** Of 100 shoppers a day 4 % order, for very different amounts. */
  private static final Baseline SHOP = new Baseline(100, 200, 4_000_000, .04);

  private static Definition draft(Yardstick primary, List<String> markets) {
    return new Definition(
        "plan",
        "A test",
        new Definition.Scope(
            Definition.Kind.TEST,
            List.of(Surface.HERO),
            "of plan",
            new BucketRange(0, 10_000),
            markets,
            List.of()),
        List.of(
            new Arm("control", 1, Treatment.CONTROL, Map.of()),
            new Arm("personal", 1, Treatment.PERSONALIZED, Map.of())),
        new Definition.Measuring(primary, "USD", 20_000, 7, .1, .02, .01),
        new Definition.Costs(0, 0),
        new Definition.Life(
            Definition.State.DRAFT, new Ramp(List.of(10_000), 0), null, null, null, null),
        1);
  }

  private static double lift(Yardstick primary) {
    ExperimentPayload payload = Planning.of(draft(primary, List.of()), SHOP);
    return Objects.requireNonNull(Objects.requireNonNull(payload.plan()).minimumDetectableLift());
  }

  @Test
  void theLeastLiftIsThatOfTheMetricThatDecides() {
    // (3.04 + .84) standard errors of the difference, 10,000 shoppers a variant
    assertThat(lift(Yardstick.CONVERSION))
        .isCloseTo(3.88 * Math.sqrt(2 * .04 * .96 / 10_000) / .04, within(.01));
    assertThat(lift(Yardstick.REVENUE))
        .isCloseTo(3.88 * Math.sqrt(2 * 4_000_000.0 / 10_000) / 200, within(.02));
  }

  @Test
  void warnsOfTooLittlePowerOfTooManyDaysAndOfDaysThatCountOthers() {
    List<String> warnings = Planning.of(draft(Yardstick.REVENUE, List.of("DE")), SHOP).warnings();
    assertThat(warnings)
        .extracting(warning -> warning.substring(0, warning.indexOf(':')))
        .containsExactly("WITHOUT_POWER", "TOO_LONG", "AT_LEAST");
    assertThat(Planning.of(draft(Yardstick.REVENUE, List.of()), SHOP).warnings())
        .noneMatch(warning -> warning.startsWith("AT_LEAST"));
  }
}
