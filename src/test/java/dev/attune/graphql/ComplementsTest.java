package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes with a product completes it: it is no second of the same kind. */
@QuarkusTest
class ComplementsTest {
  private static final int SHOPPERS = 12;

  @Inject ModelRegistry registry;

  /** Shoppers put both lamps into the cart and buy one; of yarn they buy two. */
  @BeforeEach
  void letPeopleFillTheirCarts() {
    String feed =
        product("lamp", "Lamps", "")
            + product("lamp-two", "Lamps", "")
            + product("shade", "Lamps", "{\"kind\":\"ACCESSORY_OF\",\"product\":\"cmp-lamp\"}")
            + product("bulb", "Bulbs", "")
            + product("desk", "Desks", "")
            + product("desk-two", "Desks", "")
            + product("red", "Yarn", "")
            + product("blue", "Yarn", "")
            + worn("dress", "Dresses", "female", "Adult")
            + worn("robe", "Dresses", "Unisex", "adult")
            + worn("kilt", "Dresses", "male", "adult")
            + worn("frock", "Dresses", "female", "kids")
            + worn("shoe", "Shoes", "female", "adult")
            + worn("boot", "Shoes", "male", "adult");
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .body(feed)
            .post("/v1/catalog/import?format=jsonl")
            .asString();
    assertThat(answer).contains("\"rejected\":0");
    for (int i = 0; i < SHOPPERS; i++) {
      carts("cmp-reader-" + i, "lamp", "lamp-two", "bulb");
      carts("cmp-writer-" + i, "desk", "desk-two");
      carts("cmp-guest-" + i, "dress", "shoe", "boot");
      carts("cmp-knitter-" + i, "red", "blue");
      orders("cmp-knitter-" + i, "red", "blue");
    }
    registry.train();
  }

  @Test
  void aSecondOfTheSameKindIsLeftOutAndTheTraceSaysWhy() {
    JsonPath rail = complements("lamp");
    assertThat(products(rail))
        .contains(id("bulb"), id("shade"))
        .doesNotContain(id("lamp-two"), id("lamp"));
    JsonPath trace = trace(rail.getString("data.recommendations.decision.id"));
    String lamp =
        "data.decision.candidates.nodes.find { it.node.id == '" + id("lamp-two") + "' }.verdicts";
    assertThat(trace.getString(lamp + ".find { it.step == 'NOT_OF_ITS_OWN_KIND' }.reason"))
        .isEqualTo("of the same kind as what the page is about");
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
  }

  @Test
  void whatIsForOtherPeopleIsNeitherLikeItNorCompletesIt() {
    assertThat(products(complements("dress"))).contains(id("shoe")).doesNotContain(id("boot"));
    JsonPath similar =
        GraphQl.visitor("cmp-shopper")
            .ask(
                "{ recommendations(placement: PRODUCT_SIMILAR, product: \""
                    + id("dress")
                    + "\") { items { product { id } } } }");
    assertThat(products(similar))
        .contains(id("robe"))
        .doesNotContain(id("kilt"), id("frock"), id("boot"));
  }

  @Test
  void whatPeopleBuySeveralOfCompletesItself() {
    assertThat(products(complements("red"))).contains(id("blue"));
  }

  @Test
  void whoHasChosenComparesOnWhereNothingCompletesTheProduct() {
    GraphQl shopper = GraphQl.visitor("cmp-chooser");
    shopper.ask(
        "mutation { track(events: [{messageId: \"cmp-choice\", type: CART_ADDED, product:"
            + " \"cmp-bulb\"}]) { accepted } }");
    assertThat(placement(shopper, "desk")).isEqualTo("PRODUCT_SIMILAR");
    assertThat(placement(shopper, "red")).isEqualTo("PRODUCT_COMPLEMENTARY");
  }

  private static JsonPath complements(String product) {
    return GraphQl.visitor("cmp-shopper")
        .ask(
            "{ recommendations(placement: PRODUCT_COMPLEMENTARY, product: \""
                + id(product)
                + "\") { decision { id } items { product { id } } } }");
  }

  private static JsonPath trace(String decision) {
    return GraphQl.nobody()
        .signedIn("cmp-operator", "analyst")
        .ask(
            "{ decision(id: \""
                + decision
                + "\") { replay { same } candidates(first: 100) { nodes { node { id }"
                + " verdicts { step reason } } } } }");
  }

  private static String placement(GraphQl shopper, String product) {
    return shopper
        .ask("{ product(id: \"" + id(product) + "\") { recommendations { placement } } }")
        .getString("data.product.recommendations.placement");
  }

  private static List<String> products(JsonPath rail) {
    return rail.getList("data.recommendations.items.product.id", String.class);
  }

  private static String id(String product) {
    return "gid://attune/Product/cmp-" + product;
  }

  private static void carts(String visitor, String... products) {
    Instant at = Instant.now().minusSeconds(60);
    String events =
        IntStream.range(0, products.length)
            .mapToObj(
                i ->
                    ("{\"type\":\"track\",\"event\":\"Product Added\",\"anonymousId\":\"%1$s\","
                            + "\"timestamp\":\"%3$s\",\"messageId\":\"%1$s-%2$s\","
                            + "\"properties\":{\"product_id\":\"cmp-%2$s\"}}")
                        .formatted(visitor, products[i], at.plusSeconds(i)))
            .collect(Collectors.joining(","));
    Sending.secret("batch", "{\"batch\":[" + events + "]}");
  }

  private static void orders(String visitor, String... products) {
    String lines =
        Stream.of(products)
            .map("{\"product_id\":\"cmp-%s\",\"price\":9}"::formatted)
            .collect(Collectors.joining(","));
    Sending.secret(
        "track",
        ("{\"event\":\"Order Completed\",\"anonymousId\":\"%1$s\",\"messageId\":\"%1$s-order\","
                + "\"properties\":{\"order_id\":\"%1$s\",\"products\":[%2$s]}}")
            .formatted(visitor, lines));
  }

  private static String worn(String name, String kind, String gender, String age) {
    return product(name, kind, "")
        .replace(
            "\"quantity\"",
            "\"attributes\":{\"Gender\":\"%s\",\"Age group\":\"%s\"},\"quantity\""
                .formatted(gender, age));
  }

  private static String product(String name, String kind, String relation) {
    return """
    {"id":"cmp-%s","title":"Cmp %s","categories":[["Cmphome","%s"]],"currency":"USD",\
    "price":"20.00","quantity":20,"relations":[%s]}
    """
        .formatted(name, name, kind, relation);
  }
}
