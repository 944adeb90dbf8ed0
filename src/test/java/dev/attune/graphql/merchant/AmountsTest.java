package dev.attune.graphql.merchant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An amount that is compared with prices in several currencies is not taken without a word. */
@QuarkusTest
class AmountsTest {

  @BeforeEach
  void openAShopWithTwoCurrencies() {
    String product =
        "{\"id\":\"am-a\",\"title\":\"Am a\",\"price\":\"20.00\",\"currency\":\"USD\","
            + "\"categories\":[[\"Amone\"]],\"prices\":[{\"country\":\"DE\",\"currency\":\"EUR\","
            + "\"price\":\"18.00\"}]}";
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/tab-separated-values")
            .body(product)
            .post("/v1/catalog/import?format=jsonl")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"rejected\":0");
  }

  private static JsonPath saved(String kind, String id, String fields) {
    JsonPath saved =
        merchant()
            .ask(
                "mutation { save%1$s(expectedVersion: 0, %2$s: {id: \"%3$s\", %4$s}) {%5$s} }"
                    .formatted(
                        kind,
                        kind.toLowerCase(Locale.ROOT),
                        id,
                        fields,
                        kind.equals("Rule") ? "rule { warnings }" : "warnings"));
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    merchant()
        .ask("mutation { archive%s(id: \"%s\", expectedVersion: 1) { id } }".formatted(kind, id));
    return saved;
  }

  private static List<String> ofRule(String id, String fields) {
    return saved("Rule", id, "title: \"Am\", boost: {factor: \"2\"}, " + fields)
        .getList("data.saveRule.rule.warnings");
  }

  @Test
  void aRuleSaysThatItComparesOneAmountInSeveralCurrencies() {
    assertThat(ofRule("am-1", "condition: \"product.price < 50.0\""))
        .singleElement()
        .asString()
        .contains("EUR")
        .contains("USD")
        .contains("product.currency");
  }

  @Test
  void aRuleThatAsksForTheCurrencyOrForNoPriceSaysNothing() {
    assertThat(ofRule("am-2", "condition: \"product.currency == 'EUR' && product.price < 50.0\""))
        .isEmpty();
    assertThat(ofRule("am-3", "condition: \"product.margin < 0.5\"")).isEmpty();
  }

  @Test
  void aBadgeAndAnImpactSayItToo() {
    assertThat(
            saved("Badge", "am-4", "label: \"Am\", condition: \"product.price < 50.0\"")
                .<String>getList("data.saveBadge.warnings"))
        .hasSize(1);
    JsonPath impact =
        merchant()
            .ask(
                "{ ruleImpact(draft: {id: \"am-5\", title: \"Am\", boost: {factor: \"2\"},"
                    + " condition: \"product.price < 50.0\"}) { assumptions } }");
    assertThat(impact.<String>getList("data.ruleImpact.assumptions"))
        .as(impact.prettify())
        .anyMatch(one -> one.contains("product.currency"));
  }

  @Test
  void theCurrencyIsThatOfTheProductsPrice() {
    String query = "{ product(id: \"am-a\"%s) { badges { label } } }";
    merchant()
        .ask(
            "mutation { saveBadge(expectedVersion: 0, publish: true, badge: {id: \"am-euro\","
                + " label: \"In euro\", condition: \"product.currency == 'EUR'\"}) { id } }");
    JsonPath euro = GraphQl.visitor("am-v").ask(query.formatted(", context: {country: \"DE\"}"));
    JsonPath dollar = GraphQl.visitor("am-v").ask(query.formatted(""));
    merchant().ask("mutation { archiveBadge(id: \"am-euro\", expectedVersion: 1) { id } }");
    assertThat(euro.<String>getList("data.product.badges.label"))
        .as(euro.prettify())
        .contains("In euro");
    assertThat(dollar.<String>getList("data.product.badges.label")).doesNotContain("In euro");
  }

  private static GraphQl merchant() {
    return GraphQl.nobody().signedIn("am-mia", "merchandiser");
  }
}
