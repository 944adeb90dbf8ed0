package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a report says of parts of the shop, over HTTP on decisions and events of the past. */
@QuarkusTest
class UseCaseReportTest {
  private static final String TWO =
      "variants: [{key: \"control\", weight: 1, treatment: CONTROL},"
          + " {key: \"personal\", weight: 1, treatment: PERSONALIZED}], surfaces: [FLAG],"
          + " markets: [\"MC\"], ";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource shop;

  private final Lab lab = new Lab();

  @AfterEach
  void forget() throws SQLException {
    lab.close();
    new Past(customers, shop, lab).forget();
  }

  @Test
  void saysToWhichPartOfTheShopTheTakingsBelong() throws SQLException {
    new TestShop().product("er-p", "Ershop", "Era").open();
    Past past = new Past(customers, shop, lab);
    lab.start("er-parts", TWO + "windowDays: 7");
    past.exposed("er-parts", "u", 1000, "true");
    decided("listing/search", "s");
    decided("rail/HOME_FOR_YOU", "h");
    String click = "[[\"CLICK\",\"er-p\",1]]";
    String order = "[[\"ORDER\",\"#\",1],[\"BUY\",\"er-p\",1],[\"PAID\",\"USD/#\",2000]]";
    past.happened("u", 1000, "g % 2 = 1", "click", "PRODUCT_CLICKED", click, "10 minutes");
    past.happened("u", 1000, "g % 20 = 1", "view", "PRODUCT_VIEWED", click, "20 minutes");
    past.happened("u", 1000, "g % 10 in (0, 1)", "bought", "ORDER_COMPLETED", order, "1 hour");
    past.happened("u", 1000, "g % 10 = 3", "late", "ORDER_COMPLETED", order, "8 days");
    answering("click", "'er-s' || substr(origin, 13)");
    answering("view", "'gid://attune/Decision/er-h' || substr(origin, 13)");
    past.backdate("er-parts");

    JsonPath report =
        lab.merchant()
            .ask(
                "{ experiment(id: \"er-parts\") { report { useCases { useCase metric variant control"
                    + " treatment difference { value lower } } } } }");

    assertThat(report.getList("errors")).as(report.prettify()).isNull();
    part(report, "SEARCH", "CLICKS", 0, 1);
    part(report, "HOME", "CLICKS", 0, .1);
    part(report, "SEARCH", "CONVERSION", 0, .1);
    part(report, "HOME", "CONVERSION", 0, .1);
    part(report, "SEARCH", "REVENUE", 0, 2);
    part(report, "HOME", "MARGIN", 0, 1.2);
    assertThat(report.getList("data.experiment.report.useCases")).hasSize(10);
  }

  /** A decision for each of the first thousand shoppers. */
  private void decided(String slot, String prefix) throws SQLException {
    Past.run(
        customers,
        """
        insert into decision (owner, id, slot, decided_at, basis, body)
        select 'visitor:er-u' || g, 'er-%s' || g, '%s', now() - interval '25 days', 'POPULAR', ''
        from generate_series(1, 1000) g
        """
            .formatted(prefix, slot));
  }

  private void answering(String message, String decision) throws SQLException {
    Past.run(
        customers,
        "update event set decision_id = %s where origin like 'visitor:er-u%%' and message_id = '%s'"
            .formatted(decision, message));
  }

  private static void part(
      JsonPath report, String useCase, String metric, double control, double treatment) {
    Map<String, ?> found =
        report.<Map<String, ?>>getList("data.experiment.report.useCases").stream()
            .filter(one -> useCase.equals(one.get("useCase")) && metric.equals(one.get("metric")))
            .findFirst()
            .orElseThrow();
    assertThat(((Number) found.get("control")).doubleValue()).isCloseTo(control, within(1e-6));
    assertThat(((Number) found.get("treatment")).doubleValue()).isCloseTo(treatment, within(1e-6));
  }
}
