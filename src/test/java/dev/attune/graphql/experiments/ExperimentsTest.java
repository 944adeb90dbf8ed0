package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Experiments over HTTP, each in a market that no other test visits. */
@QuarkusTest
class ExperimentsTest {
  private static final String TWO =
      "variants: [{key: \"control\", weight: 1, treatment: CONTROL},"
          + " {key: \"personal\", weight: 1, treatment: PERSONALIZED}], ";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  private final Lab lab = new Lab();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("ex-a", "Exone", "Exa")
        .product("ex-b", "Exone", "Exb")
        .product("ex-c", "Extwo", "Exc")
        .product("ex-d", "Extwo", "Exd")
        .open();
  }

  @AfterEach
  void stopEverything() {
    lab.close();
  }

  private static JsonPath taking(GraphQl somebody, String country) {
    return somebody.ask(
        "{ shopper(context: {country: \""
            + country
            + "\"}) { experiments { experiment variant control crossedOver } } }");
  }

  private static String variant(GraphQl somebody, String country) {
    return taking(somebody, country).getString("data.shopper.experiments[0].variant");
  }

  private static JsonPath home(GraphQl somebody, String country) {
    return somebody.ask(
        "{ home(context: {country: \""
            + country
            + "\"}) { rails(first: 1) { placement items { product { handle } } decision { id basis"
            + " experiments { experiment variant control crossedOver } } } } }");
  }

  /** The first of many visitors whom this holds for. */
  private static String visitor(String prefix, Predicate<String> holds) {
    return IntStream.range(0, 64).mapToObj(i -> prefix + i).filter(holds).findFirst().orElseThrow();
  }

  @Test
  void aDraftIsSavedStartedRaisedAndStoppedAndTheAuditAndVersionsSaySo() {
    JsonPath saved =
        lab.save(
            "ex-life",
            0,
            TWO
                + "surfaces: [HERO], markets: [\"NO\"], ramp: [10, 50, 100], worthwhileLift:"
                + " 0.001");
    assertThat(saved.getInt("data.saveExperiment.experiment.version"))
        .as(saved.prettify())
        .isEqualTo(1);
    assertThat(saved.getString("data.saveExperiment.warnings[0]")).contains(":");
    assertThat(
            lab.save("ex-life", 0, TWO + "surfaces: [HERO]").getString("errors[0].extensions.code"))
        .isEqualTo("STALE_VERSION");
    GraphQl merchant = lab.merchant();
    merchant.ask(Lab.mutation("startExperiment", "ex-life", 1) + " { warnings } }");
    JsonPath raised =
        merchant.ask(Lab.mutation("raiseExperiment", "ex-life", 2) + " { rampStep ramp state } }");
    assertThat(raised.getInt("data.raiseExperiment.rampStep")).as(raised.prettify()).isEqualTo(1);
    assertThat(
            lab.save("ex-life", 3, TWO + "surfaces: [HERO]")
                .getString("errors[0].extensions.field"))
        .isEqualTo("experiment.id");
    JsonPath costed =
        merchant.ask(
            "mutation { saveExperimentCosts(id: \"ex-life\", expectedVersion: 3, programmeCost:"
                + " 12.5, discountCost: 3) { programmeCost discountCost version } }");
    assertThat(costed.getDouble("data.saveExperimentCosts.programmeCost")).isEqualTo(12.5);
    JsonPath negative =
        merchant.ask(
            "mutation { saveExperimentCosts(id: \"ex-life\", expectedVersion: 4, programmeCost:"
                + " 12.5, discountCost: -3) { version } }");
    assertThat(negative.getString("errors[0].extensions.field")).isEqualTo("discountCost");
    JsonPath stopped =
        merchant.ask(Lab.mutation("stopExperiment", "ex-life", 4) + " { state stoppedAt } }");
    assertThat(stopped.getString("data.stopExperiment.state")).isEqualTo("STOPPED");
    assertThat(merchant.refusal(Lab.mutation("raiseExperiment", "ex-life", 5) + " { state } }"))
        .isEqualTo("INVALID_VALUE");
    JsonPath audit =
        merchant.ask(
            "{ auditLog(subject: \"ex-life\", first: 100) { nodes { who what before after } } }");
    String lines = "data.auditLog.nodes";
    assertThat(audit.getList(lines + ".what"))
        .containsExactly(
            "experiment.stopped",
            "experiment.costs",
            "experiment.raised",
            "experiment.started",
            "experiment.saved");
    assertThat(audit.getList(lines + ".who")).containsOnly("lab-merchant");
    for (int later = 0; later < 4; later++) {
      assertThat(audit.getString(lines + "[" + later + "].before"))
          .isEqualTo(audit.getString(lines + "[" + (later + 1) + "].after"));
    }
    assertThat(audit.getString(lines + "[4].before")).isNull();
    assertThat(audit.getString(lines + "[1].before")).contains("\"programmeMinor\": 0");
    assertThat(audit.getString(lines + "[1].after")).contains("\"programmeMinor\": 1250");
    assertThat(audit.getString(lines + "[2].before")).contains("\"step\": 0");
    assertThat(audit.getString(lines + "[2].after")).contains("\"step\": 1");
    JsonPath list = merchant.ask("{ experiments(first: 100) { totalCount nodes { id } } }");
    assertThat(list.getList("data.experiments.nodes.id")).contains("ex-life");
  }

  @Test
  void refusesWhatCannotBeAndWhoeverLacksTheRole() {
    assertThat(field(TWO + "surfaces: [HERO], ramp: [50, 10]")).isEqualTo("experiment.ramp");
    assertThat(field(TWO + "surfaces: [HERO], markets: [\"XX\"]")).isEqualTo("experiment.markets");
    assertThat(field(TWO + "surfaces: [HERO], segments: [\"ex-none\"]"))
        .isEqualTo("experiment.segments");
    assertThat(
            lab.save("ex-wrong", 0, TWO + "surfaces: [HERO], segments: [\"ex-none\"]")
                .getString("errors[0].extensions.code"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(field(TWO.replace("\"personal\"", "\"a\\u0000\"") + "surfaces: [HERO]"))
        .isEqualTo("experiment.variants.key");
    assertThat(field(TWO + "surfaces: [HERO], layer: {name: \"a\\u0000\", from: 0, to: 50}"))
        .isEqualTo("experiment.layer.name");
    assertThat(field(TWO + "surfaces: []")).isEqualTo("experiment.surfaces");
    assertThat(
            field(
                "surfaces: [HERO], variants: [{key: \"a\", weight: 1, treatment: CONTROL}, {key:"
                    + " \"b\", weight: 1, treatment: TUNED, tuning: [{feature: \"MARGIN\", weight:"
                    + " 1e300}]}]"))
        .isEqualTo("experiment.variants.tuning.weight");
    String read = "{ experiments { totalCount } }";
    String write = Lab.mutation("stopExperiment", "ex-none", 1) + " { state } }";
    assertThat(GraphQl.visitor("ex-nobody").refusal(read)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("ex-analyst", "analyst").refusal(read)).isNull();
    assertThat(GraphQl.nobody().signedIn("ex-analyst", "analyst").refusal(write))
        .isEqualTo("FORBIDDEN");
    assertThat(lab.merchant().refusal(write)).isEqualTo("UNKNOWN_ID");
  }

  @Test
  void takesAnExperimentWithoutPowerAndWarns() {
    JsonPath saved =
        lab.merchant()
            .ask(
                "mutation { saveExperiment(expectedVersion: 0, experiment: {id: \"ex-few\", title:"
                    + " \"Ten shoppers\", plannedShoppers: 10, surfaces: [HERO], markets: [\"NO\"],"
                    + " "
                    + TWO
                    + "}) { warnings } }");
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    assertThat(saved.<String>getList("data.saveExperiment.warnings"))
        .anyMatch(warning -> warning.startsWith("WITHOUT_POWER"));
  }

  @Test
  void readsACurrencyInAnyCaseAndKeepsItsCode() {
    JsonPath saved =
        lab.save("ex-money", 0, TWO + "surfaces: [HERO], markets: [\"NO\"], currency: \"eur\"");
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();

    JsonPath read =
        lab.merchant()
            .ask("{ experiment(id: \"ex-money\") { currency report { conclusions { answer } } } }");

    assertThat(read.getList("errors")).as(read.prettify()).isNull();
    assertThat(read.getString("data.experiment.currency")).isEqualTo("EUR");
  }

  private String field(String fields) {
    return lab.save("ex-wrong", 0, fields).getString("errors[0].extensions.field");
  }

  @Test
  void experimentsOfOneLayerShareNobodyAndOverlapsDoNotStart() {
    String half = "surfaces: [HERO], markets: [\"FI\"], layer: {name: \"ex\", from: %s, to: %s}";
    lab.start("ex-left", TWO + half.formatted(0, 50));
    lab.start("ex-right", TWO + half.formatted(50, 100));
    lab.save("ex-over", 0, TWO + half.formatted(40, 60));
    assertThat(
            lab.merchant()
                .refusal(Lab.mutation("startExperiment", "ex-over", 1) + " { warnings } }"))
        .isEqualTo("INVALID_VALUE");
    for (int i = 0; i < 20; i++) {
      List<?> taken =
          taking(GraphQl.visitor("ex-layer" + i), "FI").getList("data.shopper.experiments");
      assertThat(taken).hasSize(1);
    }
  }

  @Test
  void controlIsDecidedForNobodyAndReplaysTheSame() throws SQLException {
    lab.start("ex-home", TWO + "surfaces: [RAILS], markets: [\"SE\"]");
    String held = visitor("ex-h", id -> "control".equals(variant(GraphQl.visitor(id), "SE")));
    String shown = visitor("ex-s", id -> "personal".equals(variant(GraphQl.visitor(id), "SE")));
    GraphQl.visitor(held).views("ex-a", "ex-b");
    GraphQl.visitor(shown).views("ex-a", "ex-b");

    JsonPath control = home(GraphQl.visitor(held), "SE");
    JsonPath personal = home(GraphQl.visitor(shown), "SE");

    assertThat(control.getString("data.home.rails[0].decision.basis"))
        .as(control.prettify())
        .isEqualTo("CONTROL");
    assertThat(control.getBoolean("data.home.rails[0].decision.experiments[0].control")).isTrue();
    assertThat(personal.getString("data.home.rails[0].decision.basis"))
        .isIn("SESSION", "PERSONALIZED");
    assertThat(
            home(GraphQl.visitor("ex-stranger"), "DK")
                .getList("data.home.rails[0].items.product.handle"))
        .isEqualTo(control.getList("data.home.rails[0].items.product.handle"));
    JsonPath why =
        lab.merchant()
            .ask(
                "{ decision(id: \""
                    + control.getString("data.home.rails[0].decision.id")
                    + "\") { experiments { variant } replay { same } } }");
    assertThat(why.getBoolean("data.decision.replay.same")).isTrue();
    assertThat(why.getString("data.decision.experiments[0].variant")).isEqualTo("control");
    home(GraphQl.visitor(held), "SE");
    assertThat(exposures("visitor:" + held)).containsExactly("ex-home control false");
  }

  @Test
  void whoOnlyReadsWhatTheyTakePartInIsNotExposedNorAreBotsStaffAndWhoSaidNo() throws SQLException {
    lab.start("ex-who", TWO + "surfaces: [RAILS], markets: [\"PT\"]");
    taking(GraphQl.visitor("ex-reader"), "PT");
    GraphQl bot = GraphQl.visitor("ex-bot").with("User-Agent", "Googlebot/2.1");
    assertThat(taking(bot, "PT").getList("data.shopper.experiments")).isEmpty();
    GraphQl staff = GraphQl.visitor("ex-staff").signedIn("ex-staff", "analyst");
    assertThat(taking(staff, "PT").getList("data.shopper.experiments")).isEmpty();
    GraphQl denying = GraphQl.visitor("ex-no").with("Sec-GPC", "1");
    assertThat(taking(denying, "PT").getList("data.shopper.experiments")).isEmpty();
    home(denying, "PT");
    home(bot, "PT");
    home(staff, "PT");
    home(GraphQl.visitor("ex-last"), "PT");
    assertThat(exposures("visitor:ex-last")).hasSize(1);
    assertThat(rows("select unit from exposure where experiment = 'ex-who'"))
        .containsExactly("visitor:ex-last");
    GraphQl.visitor("ex-last").ask("mutation { forgetMe { erased } }");
    assertThat(rows("select unit from exposure where experiment = 'ex-who'")).isEmpty();
  }

  @Test
  void whoSignsInKeepsTheVariantThatTheyFirstSawAndWhoSawTwoIsCrossed() throws SQLException {
    lab.start("ex-join", TWO + "surfaces: [RAILS], markets: [\"IE\"]");
    String device = visitor("ex-j", id -> "personal".equals(variant(GraphQl.visitor(id), "IE")));
    String customer =
        visitor(
            "ex-cust", id -> "control".equals(variant(GraphQl.visitor("ex-x").signedIn(id), "IE")));
    home(GraphQl.visitor(device), "IE");
    GraphQl joined = GraphQl.visitor(device).signedIn(customer);
    assertThat(variant(joined, "IE")).isEqualTo("personal");

    GraphQl elsewhere = GraphQl.visitor("ex-elsewhere").signedIn(customer);
    home(elsewhere, "IE");
    assertThat(exposures("customer:" + customer)).containsExactly("ex-join control false");
    joined.ask("mutation { identify { id } }");
    JsonPath both = taking(joined, "IE");
    assertThat(both.getString("data.shopper.experiments[0].variant")).isEqualTo("personal");
    assertThat(both.getBoolean("data.shopper.experiments[0].crossedOver")).isTrue();
    home(joined, "IE");
    assertThat(eventually("customer:" + customer, "true")).isTrue();
  }

  @Test
  void theHoldoutIsInNoTestAndSeesControlEverywhere() {
    lab.start(
        "ex-holdout",
        "kind: HOLDOUT, surfaces: [EVERYTHING], variants: [{key: \"held\", weight: 30, treatment:"
            + " CONTROL}, {key: \"shop\", weight: 70, treatment: PERSONALIZED}]");
    lab.start("ex-test", TWO + "surfaces: [RAILS], markets: [\"NL\"]");
    int held = 0;
    for (int i = 0; i < 30; i++) {
      JsonPath page = taking(GraphQl.visitor("ex-out" + i), "NL");
      List<String> variants = page.getList("data.shopper.experiments.variant");
      held += variants.contains("held") ? 1 : 0;
      assertThat(variants).hasSize(variants.contains("held") ? 1 : 2);
    }
    assertThat(held).isBetween(1, 20);
    // held out as a visitor, and then signed in as somebody whom a test would take
    String device = visitor("ex-hd", id -> variants(GraphQl.visitor(id)).contains("held"));
    String customer =
        visitor("ex-hc", id -> !variants(GraphQl.visitor("ex-hx").signedIn(id)).contains("held"));
    home(GraphQl.visitor(device), "NL");
    assertThat(variants(GraphQl.visitor(device).signedIn(customer))).containsExactly("held");
  }

  private static List<String> variants(GraphQl somebody) {
    return taking(somebody, "NL").getList("data.shopper.experiments.variant");
  }

  private List<String> exposures(String unit) throws SQLException {
    assertThat(eventually(unit, "")).isTrue();
    return rows(
        "select experiment || ' ' || variant || ' ' || crossed from exposure where unit = '"
            + unit
            + "' and experiment <> 'ex-holdout'");
  }

  /** Asks until what is written behind the responses is there. */
  private boolean eventually(String unit, String crossed) throws SQLException {
    String filter = crossed.isEmpty() ? "" : " and crossed = " + crossed;
    for (int asked = 0; asked < 20_000; asked++) {
      if (!rows("select unit from exposure where unit = '" + unit + "'" + filter).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<String> rows(String query) throws SQLException {
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new java.util.ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
