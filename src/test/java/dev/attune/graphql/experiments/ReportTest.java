package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.TestShop;
import dev.attune.experiments.metric.Baseline;
import dev.attune.experiments.metric.Outcomes;
import dev.attune.experiments.report.Guard;
import dev.attune.experiments.statistics.Metric;
import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Experiments;
import dev.attune.experiments.trial.Yardstick;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reports over HTTP on exposures and events of the past: of each hundred shoppers of control ten
 * buy for 20.00, of each hundred treated 25; the goods cost 8.00.
 */
@QuarkusTest
class ReportTest {
  private static final String TWO =
      "variants: [{key: \"control\", weight: 1, treatment: CONTROL},"
          + " {key: \"personal\", weight: 1, treatment: PERSONALIZED}], surfaces: [FLAG],"
          + " markets: [\"MC\"], ";
  private static final String REPORT =
      "{ experiment(id: \"%s\") { state stoppedBecause report { variants { variant shoppers"
          + " compared crossedOver } sampleRatio { mismatch } conclusions { answer action reasons"
          + " sentences guardrails { metric outcome } economics { marginGained cost returnOnCost }"
          + " } metrics { metric control treatment claimed difference { value lower upper } }"
          + " series { day compared difference { value } } notes groups { group compared control"
          + " treatment difference { value lower upper } } } } }";

  private static final String PROOF =
      """
      update event set signals = signals || (
        select jsonb_agg(jsonb_build_array('PROVEN', (s ->> 0) || '/' || (s ->> 1), s -> 2))
        from jsonb_array_elements(signals) s where s ->> 0 <> 'BUY')
      where origin ~ '^visitor:er-m\\d*[02468]$' and message_id in ('bought', 'again', 'back')
      """;
  private static final String FORGED =
      """
      insert into event (origin, message_id, type, happened_at, received_at, traffic, personalize,
        signals, body)
      select e.origin, f.type || f.after, f.type, e.happened_at + f.after, now(), 'SHOPPER', true,
        replace(f.signals, '#', e.signals -> 0 ->> 1)::jsonb, '{}'
      from event e cross join (values
        ('ORDER_COMPLETED', interval '-1 minute', '[["ORDER","#",1],["PAID","USD/#",1]]'),
        ('ORDER_REFUNDED', interval '1 hour', '[["REFUNDED","USD/#",2000]]'),
        ('ORDER_REFUNDED', interval '2 hours', '[["CANCELLED","#",1]]')) f(type, after, signals)
      where e.origin ~ '^visitor:er-m\\d*[02468]$' and e.message_id = 'bought'
      """;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource shop;

  @Inject Guard guard;
  @Inject Outcomes outcomes;
  @Inject Experiments experiments;

  private final Lab lab = new Lab();

  private Past past() {
    return new Past(customers, shop, lab);
  }

  @AfterEach
  void forget() throws SQLException {
    lab.close();
    past().forget();
  }

  @Test
  void saysWhetherItEarnedMoreHowMuchAfterMarginAndWhatToDoNext() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-more", TWO + "windowDays: 7");
    String buys = "(g % 2 = 0 and g % 20 = 0) or (g % 2 = 1 and (g / 2) % 4 = 0)";
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-more", "m", 1600, "true");
    past().happened("m", 1600, buys, "bought", "ORDER_COMPLETED", order, "1 hour");
    // what does not count: before the exposure, after the window, and of bots
    past().happened("m", 1600, "g % 2 = 0", "before", "ORDER_COMPLETED", order, "-2 days");
    past().happened("m", 1600, "g % 2 = 0", "late", "ORDER_COMPLETED", order, "8 days");
    Past.run(
        customers,
        "update event set traffic = 'BOT' where origin like 'visitor:er-m%' and message_id ="
            + " 'late'");
    // the same order told of twice, a return, carts, and searches that lead nowhere
    Past.run(
        customers,
        """
        insert into event (origin, message_id, type, happened_at, received_at, traffic, personalize,
          signals, body)
        select origin, 'again', type, happened_at + interval '1 minute', now(), traffic, true,
          signals, body from event where origin like 'visitor:er-m%' and message_id = 'bought'
        """);
    past()
        .happened(
            "m",
            20,
            "g = 20",
            "back",
            "ORDER_REFUNDED",
            "[[\"REFUNDED\",\"USD/er-m-bought20\",500]]",
            "2 days");
    // of half of the orders there is proof; who only knows the devices takes nothing from those
    Past.run(customers, PROOF);
    Past.run(customers, FORGED);
    past()
        .happened(
            "m", 1600, "g % 2 = 1", "cart", "CART_ADDED", "[[\"CART_ADD\",\"er-p\",2]]", "1 hour");
    past()
        .happened(
            "m", 1600, "g % 4 = 0", "seek", "SEARCHED", "[[\"SEARCH\",\"er\",1]]", "50 minutes");
    // somebody who saw both, once as a visitor and once as the customer that they are
    Past.run(
        customers,
        "insert into link (visitor, customer, first_proof, last_proof, evidence) values"
            + " ('visitor:er-m7', 'customer:er-m-c', now(), now(), 'token')");
    Past.run(
        customers,
        "insert into exposure values ('customer:er-m-c', 'er-more', 'control', now() - interval '9"
            + " days', false)");
    past().backdate("er-more");

    JsonPath report = lab.merchant().ask(REPORT.formatted("er-more"));

    String at = "data.experiment.report.";
    assertThat(report.getList("errors")).as(report.prettify()).isNull();
    assertThat(report.getList(at + "variants.shoppers")).containsExactly(800, 799);
    assertThat(
            report.getList(at + "variants.crossedOver", Integer.class).stream()
                .mapToInt(i -> i)
                .sum())
        .isEqualTo(1);
    assertThat(report.getBoolean(at + "sampleRatio.mismatch")).isFalse();
    check(report, "CONVERSION", 80 / 800.0, 200 / 799.0);
    check(report, "UNITS", 80 / 800.0, 200 / 799.0);
    check(report, "ORDER_VALUE", 20, 20);
    check(report, "CART_ADDS", 0, 2);
    check(report, "RETURNS", 5 / 1600.0, 0);
    check(report, "DISCOUNT_SHARE", 1 / 21.0, 1 / 21.0);
    assertThat(metric(report, "SEARCH_EXITS").get("control")).isEqualTo(.8f);
    Map<String, ?> revenue = metric(report, "REVENUE");
    assertThat(((Number) ((Map<?, ?>) revenue.get("difference")).get("value")).doubleValue())
        .isCloseTo(200 * 20 / 799.0 - (80 * 20 - 5) / 800.0, within(.01));
    assertThat(((Number) ((Map<?, ?>) revenue.get("difference")).get("lower")).doubleValue())
        .isPositive();
    assertThat(revenue.get("claimed")).isEqualTo(true);
    assertThat(report.getString(at + "conclusions[0].answer")).isEqualTo("MORE");
    assertThat(report.getString(at + "conclusions[0].sentences[0]"))
        .isEqualTo("Yes, it earned more.");
    assertThat(report.getString(at + "conclusions[0].guardrails[0].outcome")).isEqualTo("PASS");
    assertThat(words(report))
        .contains("After discounts and the cost of goods the best estimate is");
    // less the five that went back to one of control's
    double gained = 799 * (200 * 12 / 799.0 - (80 * 12 - 5) / 800.0);
    assertThat(report.getDouble(at + "conclusions[0].economics.marginGained"))
        .isCloseTo(gained, within(1.0));
    assertThat(report.getDouble(at + "conclusions[0].economics.returnOnCost"))
        .isCloseTo(gained / 120, within(.01));
    assertThat(report.getList(at + "series")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(report.getInt(at + "series[-1].compared")).isEqualTo(1599);
    String german =
        lab.merchant()
            .ask(
                "{ experiment(id: \"er-more\") { report(locale: \"de\") { conclusions { sentences }"
                    + " } } }")
            .getString("data.experiment.report.conclusions[0].sentences[0]");
    assertThat(german).isEqualTo("Ja, es hat mehr eingebracht.");
  }

  @Test
  void isPlannedFromWhatDecidesItAsItWouldHaveBeenCounted() throws SQLException {
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"ISK/#\",%d]]";
    String market = "[[\"MARKET\",\"%s\",1]]";
    past().happened("b", 400, "true", "came", "PRODUCT_VIEWED", market.formatted("MC"), "0 hours");
    past().happened("c", 200, "true", "came", "PRODUCT_VIEWED", market.formatted("NU"), "0 hours");
    past().happened("q", 300, "true", "left", "PAGE_VIEWED", "[]", "0 hours");
    past().happened("c", 200, "true", "dear", "ORDER_COMPLETED", order.formatted(90_000), "1 hour");
    past()
        .happened(
            "b", 400, "g % 4 = 0", "low", "ORDER_COMPLETED", order.formatted(1_000), "1 hour");
    past()
        .happened(
            "b", 400, "g % 4 = 2", "high", "ORDER_COMPLETED", order.formatted(3_000), "6 days");
    past()
        .happened(
            "b", 400, "g % 4 = 2", "late", "ORDER_COMPLETED", order.formatted(9_000), "8 days");
    JsonPath saved =
        lab.save(
            "er-plan", 0, TWO + "windowDays: 7, currency: \"ISK\", primaryMetric: ORDER_VALUE");
    JsonPath unknown =
        lab.save("er-plan", 1, TWO + "windowDays: 7, currency: \"ISK\", primaryMetric: RETURNS");

    Definition planned = experiments.current().definition("er-plan").orElseThrow();
    Baseline baseline = baseline(measured(planned, Yardstick.ORDER_VALUE));
    Moments shoppers = Objects.requireNonNull(baseline.shoppers());

    assertThat(baseline.marketsTold()).as("a third tell none").isLessThan(.67);
    assertThat(shoppers.units()).isEqualTo(Math.round(400 / baseline.marketsTold()));
    assertThat(shoppers.means().base() * shoppers.units()).isCloseTo(200, within(1e-6));
    assertThat(Metric.RATIO.of(shoppers)).isCloseTo(2_000, within(1e-6));
    assertThat(saved.getDouble("data.saveExperiment.plan.minimumDetectableLift"))
        .as(saved.prettify())
        .isPositive();
    JsonPath other = lab.save("er-plan-nu", 0, TWO.replace("MC", "NU") + "windowDays: 7");
    String comers = "data.saveExperiment.plan.shoppersADay";
    assertThat(saved.getDouble(comers)).isGreaterThan(399 / 28.0);
    assertThat(saved.getDouble(comers)).isCloseTo(2 * other.getDouble(comers), within(1e-4));
    assertThat(unknown.<Object>get("data.saveExperiment.plan.minimumDetectableLift"))
        .as(unknown.prettify())
        .isNull();
    assertThat(unknown.getString("data.saveExperiment.warnings")).contains("NO_HISTORY");
  }

  @Test
  void isWrittenThoughItCannotBePlanned() throws SQLException {
    String unreadable = "[[\"ORDER\",\"#\",1],[\"PAID\",\"XPF/#\",1.5]]";
    past().happened("u", 1, "true", "half", "ORDER_COMPLETED", unreadable, "1 hour");
    JsonPath saved = lab.save("er-unplanned", 0, TWO + "windowDays: 7, currency: \"XPF\"");
    assertThat(saved.getInt("data.saveExperiment.experiment.version"))
        .as(saved.prettify())
        .isEqualTo(1);
    assertThat(saved.<Object>get("data.saveExperiment.plan")).isNull();
    assertThat(saved.getString("data.saveExperiment.warnings[0]")).startsWith("UNPLANNED: ");
  }

  private Baseline baseline(Definition planned) {
    return outcomes.baseline(planned, Instant.now()).await().atMost(Duration.ofSeconds(20));
  }

  private static Definition measured(Definition one, Yardstick primary) {
    Definition.Measuring by = one.measuring();
    return new Definition(
        one.id(),
        one.title(),
        one.scope(),
        one.arms(),
        new Definition.Measuring(
            primary,
            by.currency(),
            by.plannedUnits(),
            by.windowDays(),
            by.worthwhile(),
            by.marginTolerance(),
            by.discountTolerance()),
        one.costs(),
        one.life(),
        one.version());
  }

  @Test
  void saysForWhomItEarnedMoreWhatItCostAndAllOfItInTheReadersLanguage() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-whom", TWO + "windowDays: 7");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-whom", "w", 1600, "true");
    // a half of both variants had bought before; of these, half of the treated buy again, a quarter
    // of control
    past().happened("w", 1600, "g % 4 in (0, 1)", "old", "ORDER_COMPLETED", order, "-2 days");
    past()
        .happened("w", 1600, "g % 8 = 1 or g % 16 = 0", "new", "ORDER_COMPLETED", order, "1 hour");
    past().happened("w", 1600, "g % 16 in (2, 3)", "few", "ORDER_COMPLETED", order, "1 hour");
    past().backdate("er-whom");

    JsonPath report = lab.merchant().ask(REPORT.formatted("er-whom"));

    String groups = "data.experiment.report.groups.";
    assertThat(report.getList(groups + "group")).containsExactly("BOUGHT_BEFORE", "OTHERS");
    assertThat(report.getList(groups + "compared")).containsExactly(800, 800);
    assertThat(report.getList(groups + "control", Double.class)).containsExactly(5.0, 5.0);
    assertThat(report.getList(groups + "treatment", Double.class)).containsExactly(10.0, 5.0);
    assertThat(report.getDouble("data.experiment.report.groups[0].difference.lower")).isPositive();
    assertThat(report.getDouble("data.experiment.report.groups[1].difference.lower")).isNegative();
    assertThat(words(report))
        .contains("shoppers in MC alone")
        .contains("For shoppers who had bought in the four weeks before: $5.00 of revenue each")
        .contains("For all others: $0.00 of revenue each")
        .contains("After discounts and the cost of goods the best estimate is $1.50 a visitor")
        .contains("It cost $100.00 for the programme and $20.00 in discounts");
    JsonPath german =
        lab.merchant()
            .ask(
                "{ experiment(id: \"er-whom\") { report(locale: \"de\") { notes conclusions {"
                    + " sentences } } } }");
    assertThat(words(german)).contains("die in den vier Wochen davor gekauft hatten", "Programm");
    assertThat(german.<String>getList("data.experiment.report.notes"))
        .allSatisfy(note -> assertThat(note).doesNotContain("shopper", "Money"));
  }

  private static String words(JsonPath report) {
    return String.join(
        " ", report.<String>getList("data.experiment.report.conclusions[0].sentences"));
  }

  private static Map<String, ?> metric(JsonPath report, String name) {
    return report.<Map<String, ?>>getList("data.experiment.report.metrics").stream()
        .filter(one -> name.equals(one.get("metric")))
        .findFirst()
        .orElseThrow();
  }

  /** The levels of a metric, CUPED's share of them aside. */
  private static void check(JsonPath report, String name, double control, double treatment) {
    Map<String, ?> metric = metric(report, name);
    assertThat(((Number) metric.get("control")).doubleValue())
        .as(name + " of control")
        .isCloseTo(control, within(.001));
    assertThat(((Number) metric.get("treatment")).doubleValue())
        .as(name + " of the treatment")
        .isCloseTo(treatment, within(.001));
  }

  @Test
  void countsWhoBoughtAgainWithinThirtySixtyAndNinetyDaysAlsoAfterItsEnd() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-again", TWO + "windowDays: 7");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-again", "r", 1000, "true");
    past().happened("r", 1000, "g % 10 in (0, 1)", "one", "ORDER_COMPLETED", order, "1 hour");
    past().happened("r", 1000, "g % 20 in (0, 1)", "soon", "ORDER_COMPLETED", order, "20 days");
    past().happened("r", 1000, "g % 40 = 11", "later", "ORDER_COMPLETED", order, "50 days");
    past().happened("r", 1000, "g % 40 = 31", "late", "ORDER_COMPLETED", order, "80 days");
    Past.run(
        customers,
        "update exposure set first_at = first_at - interval '100 days' where unit like"
            + " 'visitor:er-r%'");
    Past.run(
        customers,
        "update event set happened_at = happened_at - interval '100 days' where origin like"
            + " 'visitor:er-r%'");
    past().backdate("er-again", 125);
    lab.merchant()
        .ask(Lab.mutation("stopExperiment", "er-again", lab.version("er-again")) + " { state } }");

    JsonPath report = lab.merchant().ask(REPORT.formatted("er-again"));

    assertThat(report.getString("data.experiment.state")).isEqualTo("STOPPED");
    check(report, "REPEAT_30", .5, .5);
    check(report, "REPEAT_60", .5, .75);
    check(report, "REPEAT_90", .5, 1);
  }

  @Test
  void whatWasPaidInAnotherCurrencyIsAnOrderAndNoMoneyLost() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-abroad", TWO + "windowDays: 7");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"%s/#\",2000]]";
    past().exposed("er-abroad", "a", 800, "true");
    past()
        .happened(
            "a",
            800,
            "g % 8 in (0, 1)",
            "here",
            "ORDER_COMPLETED",
            order.formatted("USD"),
            "1 hour");
    past()
        .happened(
            "a",
            800,
            "g % 8 in (2, 3)",
            "there",
            "ORDER_COMPLETED",
            order.formatted("EUR"),
            "1 hour");
    past().backdate("er-abroad");

    JsonPath report = lab.merchant().ask(REPORT.formatted("er-abroad"));

    assertThat(report.getList("errors")).as(report.prettify()).isNull();
    check(report, "CONVERSION", .5, .5);
    check(report, "REVENUE", 5, 5);
    check(report, "ORDER_VALUE", 20, 20);
    check(report, "MARGIN", 3, 3);
    check(report, "DISCOUNT_SHARE", 1 / 21.0, 1 / 21.0);
  }

  @Test
  void tellsNoNumbersWhereOneVariantHasNotShownItsSpread() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-none", TWO + "windowDays: 7");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-none", "n", 1600, "true");
    past().happened("n", 1600, "g % 4 = 0", "only", "ORDER_COMPLETED", order, "1 hour");
    past().backdate("er-none");

    JsonPath report = lab.merchant().ask(REPORT.formatted("er-none"));

    assertThat(report.getList("errors")).as(report.prettify()).isNull();
    assertThat(words(report)).doesNotContain("\u221e");
  }

  @Test
  void guardsTheOthersWhereOneExperimentCannotBeLookedAt() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-broken", TWO + "layer: {name: \"er-b\", from: 0, to: 50}");
    lab.start("er-uneven", TWO + "layer: {name: \"er-b\", from: 50, to: 100}");
    past().exposed("er-uneven", "u", 2000, "g % 2 = 0 or g % 3 = 0");
    past().backdate("er-broken");
    money("er-broken", "no money");
    past().backdate("er-uneven");

    guard.look().await().atMost(Duration.ofMinutes(1));

    assertThat(because("er-uneven")).isEqualTo("SAMPLE_RATIO_MISMATCH");
    money("er-broken", "USD");
    past().backdate("er-uneven");
  }

  private void money(String experiment, String currency) throws SQLException {
    Past.run(
        shop,
        "update experiment set body = jsonb_set(body, '{measuring,currency}', '\"%s\"') where id ="
                .formatted(currency)
            + " '"
            + experiment
            + "'");
  }

  @Test
  void stopsByItselfWhatHarmsMarginOrLostShoppersOfOneVariantAndNothingElse() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-harm", TWO + "layer: {name: \"er\", from: 0, to: 30}");
    lab.start("er-lost", TWO + "layer: {name: \"er\", from: 30, to: 60}");
    lab.start("er-fine", TWO + "layer: {name: \"er\", from: 60, to: 90}");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-harm", "h", 1600, "true");
    past().happened("h", 1600, "g % 2 = 0 and g % 3 <> 0", "b", "ORDER_COMPLETED", order, "1 hour");
    past().happened("h", 1600, "g % 2 = 1 and g % 9 = 0", "b", "ORDER_COMPLETED", order, "1 hour");
    past().exposed("er-lost", "l", 2000, "g % 2 = 0 or g % 3 = 0");
    past().exposed("er-fine", "f", 1600, "true");
    // the same margin, but every other treated order is a third off
    lab.start("er-cheap", TWO + "layer: {name: \"er\", from: 90, to: 100}");
    past().exposed("er-cheap", "d", 1600, "true");
    past().happened("d", 1600, "g % 4 in (0, 1)", "b", "ORDER_COMPLETED", order, "1 hour");
    Past.run(
        customers,
        "update event set body = replace(body, '1.00', case substr(origin, 13)::int % 8 when 0 then"
            + " '0.50' else '10.00' end) where origin like 'visitor:er-d%'"
            + " and substr(origin, 13)::int % 8 in (0, 1)");
    past().backdate("er-harm");
    past().backdate("er-lost");
    past().backdate("er-fine");
    past().backdate("er-cheap");

    guard.look().await().atMost(Duration.ofMinutes(1));

    assertThat(because("er-harm")).isEqualTo("GUARDRAIL_BREACHED");
    assertThat(because("er-cheap")).isEqualTo("GUARDRAIL_BREACHED");
    assertThat(because("er-lost")).isEqualTo("SAMPLE_RATIO_MISMATCH");
    assertThat(because("er-fine")).isNull();
    JsonPath after = lab.merchant().ask(REPORT.formatted("er-harm"));
    assertThat(after.getString("data.experiment.state")).isEqualTo("STOPPED");
    assertThat(after.getString("data.experiment.report.conclusions[0].action")).isEqualTo("STOP");
  }

  @Test
  void stopsWhatReducesPricesWhereControlReducesNone() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start("er-gift", TWO + "layer: {name: \"er-gift\", from: 0, to: 100}");
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().exposed("er-gift", "g", 1600, "true");
    past().happened("g", 1600, "g % 4 in (0, 1)", "b", "ORDER_COMPLETED", order, "1 hour");
    Past.run(
        customers,
        "update event set body = replace(body, '1.00', case substr(origin, 13)::int % 8 when 1 then"
            + " '5.00' when 5 then '9.00' else '0.00' end) where origin like 'visitor:er-g%'");
    past().backdate("er-gift");

    guard.look().await().atMost(Duration.ofMinutes(1));

    assertThat(because("er-gift")).isEqualTo("GUARDRAIL_BREACHED");
  }

  private String because(String experiment) {
    return lab.merchant()
        .ask("{ experiment(id: \"" + experiment + "\") { stoppedBecause } }")
        .getString("data.experiment.stoppedBecause");
  }
}
