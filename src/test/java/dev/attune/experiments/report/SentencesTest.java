package dev.attune.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.advice.Action;
import dev.attune.experiments.advice.Answer;
import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Measured;
import dev.attune.experiments.metric.Measured.OfVariant;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Definition.State;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report tells a founder, state by state. */
class SentencesTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private Yardstick primary = Yardstick.REVENUE;
  private String currency = "USD";
  private State state = State.RUNNING;
  private @Nullable Instant stopped;
  private Definition.Costs costs = new Definition.Costs(0, 0);
  private List<String> segments = List.of();
  private long uncosted;
  private long shoppers = 5_000;
  private long shoppersOfControl = 5_000;
  private Instant at = START.plus(Duration.ofDays(20));

  /** Of so many shoppers with this mean and a spread of 1. */
  private static Moments moments(long units, double mean) {
    return new Moments(
        units, new Moments.Means(mean, 1, 0), new Moments.Squares(units, 0, 0, 0, 0, 0));
  }

  private static OfVariant variant(long units, Map<Yardstick, Double> means) {
    TreeMap<LocalDate, Map<Yardstick, Moments>> days = new TreeMap<>();
    Map<Yardstick, Moments> all = new java.util.EnumMap<>(Yardstick.class);
    means.forEach((yardstick, mean) -> all.put(yardstick, moments(units, mean)));
    days.put(LocalDate.of(2026, 5, 1), all);
    return new OfVariant(units, units, 0, days, Map.of());
  }

  private Report report(Map<Yardstick, Double> control, Map<Yardstick, Double> treatment) {
    Definition definition =
        new Definition(
            "se",
            "A test",
            new Definition.Scope(
                Definition.Kind.TEST,
                List.of(Surface.HERO),
                "of se",
                new BucketRange(0, 10_000),
                List.of(),
                segments),
            List.of(
                new Arm("control", 1, Treatment.CONTROL, Map.of()),
                new Arm("personal", 1, Treatment.PERSONALIZED, Map.of())),
            new Definition.Measuring(primary, currency, 20_000, 7, .01, .02, .01),
            costs,
            new Definition.Life(state, new Ramp(List.of(10_000), 0), START, stopped, null, null),
            1);
    Measured measured =
        new Measured(
            Map.of(
                "control", variant(shoppersOfControl, control),
                "personal", variant(shoppers, treatment)),
            new Measured.Orders(100, uncosted, 0));
    return new Reading(definition, measured, at).report();
  }

  private static String said(Report report) {
    return String.join(" ", Sentences.of(report, report.conclusions().get(0), Locale.ENGLISH));
  }

  private static Map<Yardstick, Double> revenue(double mean) {
    return Map.of(Yardstick.REVENUE, mean, Yardstick.MARGIN, mean / 2);
  }

  @Test
  void saysThatThereAreTooFewVisitorsAndNoNumbers() {
    shoppers = 50;
    shoppersOfControl = 50;
    assertThat(said(report(revenue(5), revenue(9))))
        .startsWith(
            "It is not clear yet whether it earned more. There are too few visitors yet to say how"
                + " much. After discounts and the cost of goods it cannot be said yet how much is"
                + " left.")
        .contains("Leave it running. Fewer visitors than planned have come so far.")
        .endsWith("No costs were entered for it.");
  }

  @Test
  void saysHowMuchLessItEarnedAndThatItIsToBeStopped() {
    String said = said(report(revenue(5), revenue(4)));
    assertThat(said)
        .startsWith("No, it earned less. The best estimate is -20% against the control; what fits")
        .contains("Stop it. It harms what must not be harmed: margin a visitor.");
  }

  @Test
  void namesWhatIsHarmedAlsoWhereMoreWasEarned() {
    Map<Yardstick, Double> control = Map.of(Yardstick.REVENUE, 5.0, Yardstick.MARGIN, 3.0);
    Map<Yardstick, Double> treatment = Map.of(Yardstick.REVENUE, 6.0, Yardstick.MARGIN, 2.0);
    assertThat(said(report(control, treatment)))
        .startsWith("Yes, it earned more. The best estimate is +20% against the control;")
        .contains("Stop it. It harms what must not be harmed: margin a visitor.");
  }

  @Test
  void tellsNoNumbersThatCannotBeBelieved() {
    shoppers = 4_000;
    shoppersOfControl = 6_000;
    costs = new Definition.Costs(10_000, 0);
    assertThat(said(report(revenue(5), revenue(9))))
        .isEqualTo(
            "These numbers cannot be believed. Stop it. The variants did not get their shares of"
                + " visitors, so something loses or adds some. It cost $100.00 for the programme"
                + " and $0.00 in discounts; what margin it brought in cannot be said.");
  }

  @Test
  void lessIsBetterOfWhatGoesBack() {
    primary = Yardstick.RETURNS;
    Report fewer = report(Map.of(primary, .5), Map.of(primary, .3));
    assertThat(fewer.conclusions().get(0).advice().answer()).isEqualTo(Answer.MORE);
    assertThat(said(fewer))
        .startsWith("Yes, it did better: the share of money that goes back fell.")
        .contains("The difference is more than chance explains.")
        .doesNotContain("earned");
    Report more = report(Map.of(primary, .3), Map.of(primary, .5));
    assertThat(more.conclusions().get(0).advice().action()).isEqualTo(Action.STOP);
    assertThat(said(more)).startsWith("No, it did worse: the share of money that goes back rose.");
  }

  @Test
  void anOrdersValueIsNotAVisitorsAndASharesDifferenceIsInPoints() {
    primary = Yardstick.ORDER_VALUE;
    currency = "JPY";
    assertThat(said(report(Map.of(primary, .01), Map.of(primary, 1_500.0))))
        .contains("The best estimate is \u00a51,500 an order;");
    primary = Yardstick.CONVERSION;
    assertThat(said(report(Map.of(primary, .01), Map.of(primary, .5))))
        .contains("The best estimate is 49 percentage points;");
    primary = Yardstick.UNITS;
    assertThat(said(report(Map.of(primary, .01), Map.of(primary, .51))))
        .contains("The best estimate is 0.5 pieces a visitor;");
  }

  @Test
  void saysOfWhatHasEndedThatItHas() {
    state = State.STOPPED;
    stopped = START.plus(Duration.ofDays(5));
    assertThat(said(report(revenue(5), revenue(5.05))))
        .contains("It has ended; leave it off. Fewer visitors than planned")
        .doesNotContain("running");
    at = START.plus(Duration.ofDays(11));
    assertThat(said(report(revenue(5), revenue(5.05))))
        .contains("It has ended; what its last visitors do is still counted.");
    state = State.DRAFT;
    stopped = null;
    assertThat(said(report(revenue(5), revenue(5.05))))
        .isEqualTo("It has not been started. No costs were entered for it.");
  }

  @Test
  void saysNoMarginOfGoodsWhoseCostNobodyKnows() {
    uncosted = 90;
    costs = new Definition.Costs(10_000, 2_000);
    Report report = report(revenue(5), revenue(6));
    assertThat(report.conclusions().get(0).gainedMinor()).isNull();
    assertThat(said(report))
        .contains("only 10% of the orders are of goods whose cost is known")
        .contains("It is not ruled out yet that it harms what must not be harmed: margin a visitor")
        .endsWith(
            "It cost $100.00 for the programme and $20.00 in discounts; what margin it brought in"
                + " cannot be said.");
  }

  @Test
  void namesTheSegmentsThatItIsAbout() {
    segments = List.of("vips");
    assertThat(said(report(revenue(5), revenue(6))))
        .contains("It is only about shoppers in the following segments: vips.");
  }
}
