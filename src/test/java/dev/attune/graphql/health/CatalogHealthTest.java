package dev.attune.graphql.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.catalog.health.HealthMonitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogHealthTest {
  @Inject HealthMonitor monitor;

  @Test
  void tellsAnalystsWhereTheCatalogIsPoor() {
    new TestShop()
        .product("ch-1", "Chealth", "Oak")
        .product("ch-2", "Chealth", "oak")
        .product("ch-3", "Chealth", "Oak")
        .unpriced("ch-4", "Chealth", "Oak")
        .open();
    monitor.check();

    JsonPath health = health("");
    String mine =
        "data.catalogHealth.categories.nodes.find { it.category =="
            + " 'gid://attune/Category/chealth' }";
    while (health.get(mine) == null) { // other tests' categories may be worse
      assertThat(health.getBoolean("data.catalogHealth.categories.pageInfo.hasNextPage")).isTrue();
      String end = health.getString("data.catalogHealth.categories.pageInfo.endCursor");
      health = health(", after: \"" + end + "\"");
    }
    assertThat(health.getInt(mine + ".products")).isEqualTo(4);
    assertThat(health.getDouble(mine + ".score")).isBetween(.3, .99);
    assertThat(health.getList(mine + ".findings.find { it.code == 'MISSING_PRICE' }.offenders"))
        .isEqualTo(List.of("gid://attune/Product/ch-4"));
    assertThat(
            health.getString(
                mine + ".findings.find { it.code == 'SPELLED_DIFFERENTLY' }.examples[0]"))
        .contains("oak");
    assertThat(health.getList(mine + ".gates").toString())
        .contains("COMPATIBILITY: too few relations in chealth");
    assertThat(health.getList("data.catalogHealth.trend")).isNotEmpty();
    assertThat(health.getString("data.catalogHealth.trend[0].version"))
        .isEqualTo(health.getString("data.catalogHealth.version").replaceAll("\\D.*", ""));
  }

  private static JsonPath health(String after) {
    return GraphQl.nobody()
        .signedIn("ch-analyst", "analyst")
        .ask(
            "{ catalogHealth { version score products findings { code affected message"
                + " offenders } trend(first: 5) { version score faults { code affected } }"
                + " categories(first: 100"
                + after
                + ") { totalCount pageInfo { hasNextPage endCursor } nodes { category products"
                + " score completeness gates findings { code affected offenders examples } } } } }");
  }

  @Test
  void isForOperatorsOnly() {
    assertThat(GraphQl.nobody().refusal("{ catalogHealth { score } }")).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("ch-customer").refusal("{ catalogHealth { score } }"))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void decisionsSayWhatDidNotActForWantOfData() {
    new TestShop().product("ch-5", "Chgate", "Oak").product("ch-6", "Chgate", "Oak").open();
    monitor.check();
    GraphQl analyst = GraphQl.nobody().signedIn("ch-analyst", "analyst");

    String decision =
        analyst
            .ask(
                "{ recommendations(placement: PRODUCT_COMPLEMENTARY, product:"
                    + " \"gid://attune/Product/ch-5\") { decision { id } } }")
            .getString("data.recommendations.decision.id");

    JsonPath trace = analyst.ask("{ decision(id: \"" + decision + "\") { gates } }");
    assertThat(trace.getList("data.decision.gates").toString())
        .contains("COMPATIBILITY: too few relations in chgate");
  }
}
