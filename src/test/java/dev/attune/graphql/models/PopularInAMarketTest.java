package dev.attune.graphql.models;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is popular is so in a market, and named for what it is. */
@QuarkusTest
class PopularInAMarketTest {
  private static final int SHOPPERS = 60;

  @Inject ModelRegistry registry;

  @BeforeEach
  void letTwoCountriesLikeDifferentThings() {
    new TestShop()
        .product("pim-a", "Pimone", "Pim")
        .product("pim-b", "Pimtwo", "Pim")
        .product("pim-alone", "Pimthree", "Pim")
        .open();
    viewed("pim-a", Map.of("country", "PT"));
    viewed("pim-b", Map.of("locale", "el-GR"));
    registry.train();
  }

  private static void viewed(String product, Map<String, String> context) {
    List<Map<String, Object>> views =
        IntStream.range(0, SHOPPERS)
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "type",
                        "track",
                        "event",
                        "Product Viewed",
                        "messageId",
                        product + "-" + i,
                        "anonymousId",
                        product + "-shopper-" + i,
                        "properties",
                        Map.of("product_id", product),
                        "context",
                        context))
            .toList();
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(Map.of("batch", views))
        .post("/v1/batch")
        .then()
        .statusCode(200);
  }

  private static List<String> popular(String country) {
    JsonPath rail =
        GraphQl.visitor("pim-stranger")
            .ask(
                "{ recommendations(placement: SEARCH_NO_RESULTS, first: 60, context: {country: \""
                    + country
                    + "\"}) { items { product { id } } } }");
    return rail.getList("data.recommendations.items.product.id");
  }

  @Test
  void putsFirstWhatIsPopularInTheMarketOfThePage() {
    String one = "gid://attune/Product/pim-a";
    String other = "gid://attune/Product/pim-b";
    List<String> portugal = popular("PT");
    List<String> greece = popular("GR");
    assertThat(portugal).contains(one);
    assertThat(greece).contains(other);
    assertThat(portugal.subList(0, portugal.indexOf(one))).doesNotContain(other);
    assertThat(greece.subList(0, greece.indexOf(other))).doesNotContain(one);
  }

  @Test
  void callsPopularWhatIsInsteadOfSayingThatItGoesWithTheCart() {
    JsonPath rail =
        GraphQl.visitor("pim-cart")
            .ask(
                "{ recommendations(placement: CART_COMPLEMENTARY, cart: [{product:"
                    + " \"gid://attune/Product/pim-alone\"}]) { decision { basis } items { reasons"
                    + " { code } } } }");
    assertThat(rail.getString("data.recommendations.decision.basis")).isEqualTo("FALLBACK");
    assertThat(rail.getList("data.recommendations.items.reasons.code.flatten()"))
        .isNotEmpty()
        .containsOnly("POPULAR");
  }

  @Test
  void callsNothingNewOfAnOpeningAssortment() {
    JsonPath rail =
        GraphQl.visitor("pim-new")
            .ask(
                "{ recommendations(placement: HOME_NEW_FOR_YOU, category: \"pimone\") { title"
                    + " decision { basis } items { reasons { code } } } }");
    assertThat(rail.getString("data.recommendations.decision.basis")).isEqualTo("FALLBACK");
    assertThat(rail.getString("data.recommendations.title")).isEqualTo("You may also like");
    assertThat(rail.getList("data.recommendations.items.reasons.code.flatten()"))
        .isNotEmpty()
        .containsOnly("FROM_THE_RANGE");
  }
}
