package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Baseline;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import dev.attune.merchandising.segment.Segment;
import dev.attune.merchandising.segment.SegmentCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanningTest {
  /** Of 100 shoppers a day 4 % order, for very different amounts. */
  private static final Baseline BUYING = shop(.04, .04 * .96);

  private static final Baseline PAYING = shop(200, 4_000_000);

  private static Baseline shop(double mean, double variance) {
    Moments.Squares squares = new Moments.Squares(variance * 2_799, 0, 0, 0, 0, 0);
    return new Baseline(100, new Moments(2_800, new Moments.Means(mean, 0, 0), squares));
  }

  private static Definition draft(Yardstick primary, List<String> markets, List<String> segments) {
    return new Definition(
        "plan",
        "A test",
        new Definition.Scope(
            Definition.Kind.TEST,
            List.of(Surface.HERO),
            "of plan",
            new BucketRange(0, 10_000),
            markets,
            segments),
        List.of(
            new Arm("control", 1, Treatment.CONTROL, Map.of()),
            new Arm("personal", 1, Treatment.PERSONALIZED, Map.of())),
        new Definition.Measuring(primary, "USD", 20_000, 7, .1, .02, .01),
        new Definition.Costs(0, 0),
        new Definition.Life(
            Definition.State.DRAFT, new Ramp(List.of(10_000), 0), null, null, null, null),
        1);
  }

  private static double lift(Yardstick primary, Baseline shop) {
    ExperimentPayload payload = Planning.of(draft(primary, List.of(), List.of()), shop, Map.of());
    return Objects.requireNonNull(Objects.requireNonNull(payload.plan()).minimumDetectableLift());
  }

  @Test
  void theLeastLiftIsThatOfTheMetricThatDecides() {
    // (3.04 + .84) standard errors of the difference, 10,000 shoppers a variant
    assertThat(lift(Yardstick.CONVERSION, BUYING))
        .isCloseTo(3.88 * Math.sqrt(2 * .04 * .96 / 10_000) / .04, within(.01));
    assertThat(lift(Yardstick.REVENUE, PAYING))
        .isCloseTo(3.88 * Math.sqrt(2 * 4_000_000.0 / 10_000) / 200, within(.02));
  }

  @Test
  void theLeastLiftOfARatioIsThatOfItsLinearPart() {
    // orders of 1 for 50 or 150 each by every tenth shopper: a value of 100, spread by 2,500
    Moments.Squares squares = new Moments.Squares(3.22e6, 252, 0, 25_200, 0, 0);
    Moments orders = new Moments(2_800, new Moments.Means(10, .1, 0), squares);
    double linear =
        (squares.value() - 2 * 100 * squares.valueBase() + 1e4 * squares.base()) / .01 / 2_799;
    assertThat(lift(Yardstick.ORDER_VALUE, new Baseline(100, orders)))
        .isCloseTo(3.88 * Math.sqrt(2 * linear / 10_000) / 100, within(.01));
    Moments few = new Moments(200, new Moments.Means(10, .1, 0), squares);
    assertThat(
            Planning.of(
                    draft(Yardstick.ORDER_VALUE, List.of(), List.of()),
                    new Baseline(100, few),
                    Map.of())
                .warnings())
        .anyMatch(warning -> warning.startsWith("NO_HISTORY"));
  }

  @Test
  void daysAreThoseOfTheSegmentThatItIsFor() {
    SegmentCount vips = new SegmentCount("vips", "true", 250, 1_000, Instant.EPOCH);
    ExperimentPayload payload =
        Planning.of(
            draft(Yardstick.CONVERSION, List.of(), List.of("vips")), BUYING, Map.of("vips", vips));
    ExperimentPayload.ExperimentPlan plan = Objects.requireNonNull(payload.plan());
    assertThat(plan.shoppersADay()).isEqualTo(25);
    assertThat(plan.days()).isEqualTo(20_000 / 25.0);
    assertThat(payload.warnings()).noneMatch(warning -> warning.startsWith("AT_LEAST"));
    ExperimentPayload uncounted =
        Planning.of(draft(Yardstick.CONVERSION, List.of(), List.of("vips")), BUYING, Map.of());
    assertThat(Objects.requireNonNull(uncounted.plan()).days()).isEqualTo(200);
    assertThat(uncounted.warnings()).anyMatch(warning -> warning.startsWith("AT_LEAST"));
  }

  @Test
  void whatWasCountedOfAnotherConditionSaysNothing() {
    Map<String, SegmentCount> last =
        Map.of("vips", new SegmentCount("vips", "true", 250, 1_000, Instant.EPOCH));
    assertThat(Planning.counted(List.of(new Segment("vips", "Vips", "true", 1)), last))
        .isEqualTo(last);
    assertThat(Planning.counted(List.of(new Segment("vips", "Vips", "false", 2)), last)).isEmpty();
  }

  @Test
  void warnsOfTooLittlePowerOfTooManyDaysAndOfDaysThatCountOthers() {
    List<String> warnings =
        Planning.of(draft(Yardstick.REVENUE, List.of("DE"), List.of()), PAYING, Map.of())
            .warnings();
    assertThat(warnings)
        .extracting(warning -> warning.substring(0, warning.indexOf(':')))
        .containsExactly("WITHOUT_POWER", "TOO_LONG");
    assertThat(
            Planning.of(draft(Yardstick.REVENUE, List.of(), List.of()), PAYING, Map.of())
                .warnings())
        .noneMatch(warning -> warning.startsWith("AT_LEAST"));
  }

  @Test
  void saysWhatIsTakenForGrantedOfMarketsAndWhatThereWasNoTimeFor() {
    Definition german = draft(Yardstick.CONVERSION, List.of("DE"), List.of("vips"));
    SegmentCount vips = new SegmentCount("vips", "true", 250, 1_000, Instant.EPOCH);
    ExperimentPayload late = Planning.of(german, new Baseline(100, .6, null), Map.of("vips", vips));
    assertThat(Objects.requireNonNull(late.plan()).minimumDetectableLift()).isNull();
    assertThat(Objects.requireNonNull(late.plan()).days()).isEqualTo(800);
    assertThat(late.warnings())
        .extracting(warning -> warning.substring(0, warning.indexOf(':')))
        .containsExactly("NO_TIME", "TOO_LONG", "MARKETS_ESTIMATED", "SEGMENTS_ESTIMATED");
    assertThat(Planning.of(german, new Baseline(100, 0, null), Map.of()).warnings())
        .anyMatch(warning -> warning.startsWith("MARKETS_UNKNOWN"));
  }
}
