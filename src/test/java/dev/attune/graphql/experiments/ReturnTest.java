package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Return by use case and readiness over HTTP; events are of March 2021, when nobody else was. */
@QuarkusTest
class ReturnTest {
  private static final String RETURN =
      "{ returnByUseCase(from: \"2021-03-02T00:00:00Z\", to: \"2021-03-20T00:00:00Z\"%s) {"
          + " windowDays notes useCases { useCase clicks cartAdds orders revenue shareOfRevenue"
          + " margin linesWithoutCost cost returnOnCost proof { experiment answer economics { cost }"
          + " } } all { useCase orders revenue } } }";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource shop;

  private final Lab lab = new Lab();
  private int told;

  @BeforeEach
  void openTheShop() {
    new TestShop().product("rt-p", "Rtshop", "Rta").product("rt-q", "Rtshop", "Rta").open();
  }

  @AfterEach
  void forget() throws SQLException {
    lab.close();
    run(customers, "delete from event where origin like 'visitor:rt-%'");
    run(customers, "delete from link where visitor like 'visitor:rt-%'");
    run(customers, "delete from decision where id like 'rt-%'");
  }

  private static void run(javax.sql.DataSource store, String sql) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void decided(String id, String slot) throws SQLException {
    run(
        customers,
        "insert into decision (owner, id, slot, decided_at, basis, body) values"
            + " ('', '%s', '%s', '2021-02-28', 'POPULAR', '')".formatted(id, slot));
  }

  /** One event of a visitor; an empty decision is none. */
  private void event(String who, String at, String type, String decision, String signals)
      throws SQLException {
    told++;
    run(
        customers,
        """
        insert into event (origin, message_id, type, happened_at, received_at, traffic,
          personalize, signals, body, decision_id)
        values ('visitor:rt-%s', 'rt-%d', '%s', '2021-%s', now(), '%s', true, '%s', '{}',
          nullif('%s', ''))
        """
            .formatted(
                who, told, type, at, who.equals("bot") ? "BOT" : "SHOPPER", signals, decision));
  }

  private void click(String who, String at, String decision) throws SQLException {
    event(who, at, "PRODUCT_CLICKED", decision, "[[\"CLICK\",\"rt-p\",1]]");
  }

  private void order(String who, String at, String lines, int minor) throws SQLException {
    event(
        who,
        at,
        "ORDER_COMPLETED",
        "",
        "[[\"ORDER\",\"rt-o-%1$s\",1],%2$s,[\"PAID\",\"USD/rt-o-%1$s\",%3$d]]"
            .formatted(who, lines, minor));
  }

  private static void part(JsonPath answer, String useCase, Map<String, Double> numbers) {
    Map<String, ?> part =
        answer.<Map<String, ?>>getList("data.returnByUseCase.useCases").stream()
            .filter(one -> useCase.equals(one.get("useCase")))
            .findFirst()
            .orElseThrow();
    numbers.forEach(
        (name, value) ->
            assertThat(((Number) part.get(name)).doubleValue())
                .as(useCase + " " + name)
                .isCloseTo(value, within(1e-4)));
  }

  @Test
  void whatWasPaidInAnotherCurrencyIsAnOrderAndNoMoneyLost() throws SQLException {
    decided("rt-search", "listing/search");
    click("abroad", "03-02 10:00", "rt-search");
    event(
        "abroad",
        "03-03 10:00",
        "ORDER_COMPLETED",
        "",
        "[[\"ORDER\",\"rt-o-abroad\",1],[\"BUY\",\"rt-p\",1],[\"PAID\",\"EUR/rt-o-abroad\",2000]]");

    JsonPath answer = lab.merchant().ask(RETURN.formatted(""));

    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    part(
        answer,
        "SEARCH",
        Map.of("orders", 1.0, "revenue", 0.0, "margin", 0.0, "linesWithoutCost", 0.0));
    JsonPath inEuros = lab.merchant().ask(RETURN.formatted(", money: \"eur\""));
    part(inEuros, "SEARCH", Map.of("orders", 1.0, "revenue", 20.0));
  }

  @Test
  void goodsBelongToTheLastDecisionThatLedToThemWithinTheWindow() throws SQLException {
    decided("rt-search", "listing/search");
    decided("rt-home", "rail/HOME_FOR_YOU");
    decided("rt-cart", "rail/CART_COMPLEMENTARY");
    decided("rt-mail", "rail/EMAIL_PICKS");
    decided("rt-sorted", "listing/sorted");
    String p = "[\"BUY\",\"rt-p\",1]";
    // first through search, then through home: home has it; of the two goods it has one
    click("both", "03-02 10:00", "rt-search");
    click("both", "03-03 10:00", "gid://attune/Decision/rt-home");
    order("both", "03-04 10:00", p + ",[\"BUY\",\"rt-q\",1]", 3000);
    // an order told of twice
    event("cart", "03-02 10:00", "CART_ADDED", "rt-cart", "[[\"CART_ADD\",\"rt-q\",2]]");
    order("cart", "03-02 11:00", "[\"BUY\",\"rt-q\",2]", 4000);
    order("cart", "03-02 11:01", "[\"BUY\",\"rt-q\",2]", 4000);
    // what led to it is older than the period
    click("mail", "03-01 12:00", "rt-mail");
    order("mail", "03-05 10:00", p, 2000);
    // ten days apart
    click("slow", "03-02 10:00", "rt-search");
    order("slow", "03-12 10:00", p, 2000);
    // cancelled, of a bot, from a list that the shopper sorted
    click("gone", "03-02 10:00", "rt-search");
    order("gone", "03-03 10:00", p, 2000);
    event("gone", "03-04 10:00", "ORDER_REFUNDED", "", "[[\"CANCELLED\",\"rt-o-gone\",1]]");
    click("bot", "03-02 10:00", "rt-search");
    order("bot", "03-03 10:00", p, 2000);
    click("sorted", "03-02 10:00", "rt-sorted");
    order("sorted", "03-03 10:00", p, 2000);
    // clicked on one device, bought on another of the same customer
    click("phone", "03-02 10:00", "rt-search");
    order("desk", "03-03 10:00", p, 2000);
    run(
        customers,
        "insert into link (visitor, customer, first_proof, last_proof, evidence) values"
            + " ('visitor:rt-phone', 'customer:rt-c', now(), now(), 'token'),"
            + " ('visitor:rt-desk', 'customer:rt-c', now(), now(), 'token')");
    lab.start(
        "rt-mails",
        "surfaces: [EMAIL], markets: [\"SM\"], variants: [{key: \"control\", weight: 1, treatment:"
            + " CONTROL}, {key: \"personal\", weight: 1, treatment: PERSONALIZED}]");
    run(
        shop,
        "update experiment set body = jsonb_set(body, '{life,startedAt}', '\"2021-03-01T00:00:00Z\"')"
            + " where id = 'rt-mails'");
    lab.merchant()
        .ask(
            "mutation { saveExperimentCosts(id: \"rt-mails\", expectedVersion: "
                + lab.version("rt-mails")
                + ", programmeCost: 100, discountCost: 20) { version } }");

    JsonPath answer = lab.merchant().ask(RETURN.formatted(""));

    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    assertThat(answer.getInt("data.returnByUseCase.windowDays")).isEqualTo(7);
    part(answer, "HOME", Map.of("clicks", 1.0, "orders", 1.0, "revenue", 15.0, "margin", 7.0));
    part(answer, "CART", Map.of("cartAdds", 2.0, "orders", 1.0, "revenue", 40.0, "margin", 24.0));
    part(answer, "EMAIL", Map.of("clicks", 0.0, "orders", 1.0, "revenue", 20.0, "margin", 12.0));
    part(answer, "EMAIL", Map.of("cost", 120.0, "returnOnCost", .1));
    part(answer, "SEARCH", Map.of("clicks", 4.0, "orders", 1.0, "revenue", 20.0, "cost", 0.0));
    part(answer, "SEARCH", Map.of("shareOfRevenue", 20 / 150.0, "linesWithoutCost", 0.0));
    part(answer, "CATEGORY", Map.of("clicks", 0.0, "orders", 0.0, "revenue", 0.0));
    assertThat(answer.getInt("data.returnByUseCase.all.orders")).isEqualTo(6);
    assertThat(answer.getDouble("data.returnByUseCase.all.revenue")).isEqualTo(150);
    List<Map<String, ?>> proofs = answer.getList("data.returnByUseCase.useCases.proof");
    assertThat(proofs.get(5).get("experiment")).isEqualTo("rt-mails");
    assertThat(proofs.get(5).get("answer")).isEqualTo("NOT_SURE");
    assertThat(proofs.get(4)).isNull();

    JsonPath patient = lab.merchant().ask(RETURN.formatted(", windowDays: 14"));
    part(patient, "SEARCH", Map.of("orders", 2.0, "revenue", 40.0));
  }

  @Test
  void readinessHasAStatusEvidenceAndANextStepForEachPillarAndIsForOperators() {
    String query =
        "{ readiness { pillar status evidence { name value } about nextStep } german: readiness(locale:"
            + " \"de\") { nextStep } }";
    assertThat(GraphQl.visitor("rt-nobody").refusal(query)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.visitor("rt-nobody").refusal(RETURN.formatted(""))).isEqualTo("FORBIDDEN");

    JsonPath ready = GraphQl.nobody().signedIn("rt-analyst", "analyst").ask(query);

    assertThat(ready.getList("errors")).as(ready.prettify()).isNull();
    assertThat(ready.<String>getList("data.readiness.pillar"))
        .containsExactly(
            "CLEAN_DATA",
            "CONNECTED_IDENTITY",
            "PROVEN_USE_CASE",
            "MERCHANTS_INTERVENE",
            "FIRST_PARTY_CONSENT");
    assertThat(ready.getString("data.readiness[0].status")).isNotEqualTo("MISSING");
    assertThat(ready.<List<?>>getList("data.readiness.evidence")).noneMatch(List::isEmpty);
    assertThat(ready.<String>getList("data.readiness.nextStep")).allMatch(one -> one.endsWith("."));
    assertThat(ready.<String>getList("data.german.nextStep"))
        .doesNotContainAnyElementsOf(ready.getList("data.readiness.nextStep"));
  }

  @Test
  void refusesAPeriodThatEndsBeforeItStarts() {
    assertThat(
            lab.merchant()
                .refusal(
                    "{ returnByUseCase(from: \"2021-03-02T00:00:00Z\", to: \"2021-03-01T00:00:00Z\")"
                        + " { windowDays } }"))
        .isEqualTo("INVALID_VALUE");
  }
}
