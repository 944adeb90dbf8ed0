package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When a use case is proven, over HTTP. Readiness looks at the experiments that were started last,
 * so those of other tests are taken to be of 2001 meanwhile.
 */
@QuarkusTest
class ReadinessTest {
  private static final String MINE = "er-ready";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource shop;

  private final Lab lab = new Lab();

  @BeforeEach
  void setOthersAside() throws SQLException {
    Past.run(shop, "create table er_others as select id, body from experiment");
    Past.run(
        shop,
        "update experiment set body = jsonb_set(body, '{life,startedAt}',"
            + " '\"2001-01-01T00:00:00Z\"') where body #>> '{life,startedAt}' is not null");
  }

  @AfterEach
  void forget() throws SQLException {
    Past.run(
        shop,
        "update experiment e set body = o.body from er_others o where o.id = e.id and e.id <> '"
            + MINE
            + "'");
    Past.run(shop, "drop table er_others");
    lab.close();
    past().forget();
  }

  private Past past() {
    return new Past(customers, shop, lab);
  }

  @Test
  void aUseCaseIsProvenByWhatItEarnedOverAControlThatWentWithout() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    lab.start(
        MINE,
        "variants: [{key: \"control\", weight: 1, treatment: CONTROL}, {key: \"personal\", weight:"
            + " 1, treatment: PERSONALIZED}], surfaces: [HOME_FOR_YOU], markets: [\"MC\"],"
            + " windowDays: 7");
    past().exposed(MINE, "v", 1600, "true");
    past().backdate(MINE);
    assertThat(proven().get("status")).isEqualTo("BEGUN");
    assertThat(proven().get("about")).isNull();

    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past().happened("v", 1600, "g % 10 = 0", "one", "ORDER_COMPLETED", order, "1 hour");
    past().happened("v", 1600, "g % 10 = 1", "one", "ORDER_COMPLETED", order, "1 hour");
    assertThat(proven().get("status")).as("as many in both variants").isEqualTo("BEGUN");

    past().happened("v", 1600, "g % 10 in (3, 5)", "more", "ORDER_COMPLETED", order, "1 hour");
    Map<String, ?> proven = proven();
    assertThat(proven.get("status")).as(proven.toString()).isEqualTo("READY");
    assertThat(proven.get("about")).isEqualTo(MINE);
    assertThat(evidence(proven, "LIFT")).isBetween(1.5, 2.5);
    assertThat(evidence(proven, "LIFT_LOWER")).isPositive();
    assertThat(proven.get("nextStep").toString()).endsWith(".");
  }

  private Map<String, ?> proven() {
    JsonPath ready =
        lab.merchant()
            .ask("{ readiness { pillar status evidence { name value } about nextStep } }");
    assertThat(ready.getList("errors")).as(ready.prettify()).isNull();
    return ready.getMap("data.readiness.find { it.pillar == 'PROVEN_USE_CASE' }");
  }

  private static double evidence(Map<String, ?> finding, String name) {
    return ((List<?>) finding.get("evidence"))
        .stream()
            .map(one -> (Map<?, ?>) one)
            .filter(one -> name.equals(one.get("name")))
            .map(one -> ((Number) one.get("value")).doubleValue())
            .findFirst()
            .orElseThrow();
  }
}
