package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside a product or a cart follows what the shopper is doing. */
@QuarkusTest
class PageContextTest {
  @BeforeEach
  void openTheShop() {
    String lines =
        product("cleanser", "Cleansers", "20.00", "")
            + product("cleanser-two", "Cleansers", "20.00", accessory())
            + product("toner", "Toners", "20.00", step("cleanser", 2))
            + product("serum", "Serums", "20.00", step("toner", 3))
            + product("cream", "Creams", "20.00", step("serum", 4))
            + product("mirror", "Mirrors", "15.00", accessory())
            + product("steamer", "Steamers", "900.00", accessory());
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/tab-separated-values")
            .body(lines)
            .post("/v1/catalog/import?format=jsonl")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"rejected\":0");
  }

  @Test
  void theNextMissingStepOfARoutineComesFirst() {
    List<String> begun = cart("CART_COMPLETE_THE_ROUTINE", "pcx-cleanser");
    assertThat(begun).startsWith(id("pcx-toner"), id("pcx-serum"), id("pcx-cream"));
    List<String> gap = cart("CART_COMPLETE_THE_ROUTINE", "pcx-cleanser", "pcx-serum");
    assertThat(gap).startsWith(id("pcx-toner"), id("pcx-cream"));
    List<String> late = cart("CART_COMPLETE_THE_ROUTINE", "pcx-toner");
    assertThat(late).startsWith(id("pcx-serum"), id("pcx-cream"));
  }

  @Test
  void aCartIsNeverOfferedASecondOfTheSameKind() {
    List<String> beside = cart("CART_COMPLEMENTARY", "pcx-cleanser");
    assertThat(beside).contains(id("pcx-mirror")).doesNotContain(id("pcx-cleanser-two"));
  }

  @Test
  void nothingGoesWithAnEmptyCart() {
    assertThat(cart("CART_COMPLEMENTARY")).isEmpty();
    assertThat(cart("CART_COMPLETE_THE_ROUTINE")).isEmpty();
  }

  @Test
  void whatFitsThePricesOfTheCartComesBeforeWhatDoesNot() {
    List<String> beside = cart("CART_COMPLEMENTARY", "pcx-cleanser");
    assertThat(beside).contains(id("pcx-steamer"));
    assertThat(beside.indexOf(id("pcx-mirror"))).isLessThan(beside.indexOf(id("pcx-steamer")));
  }

  @Test
  void theTopOfACategoryIsOfThatCategoryHoweverItIsNamed() {
    List<String> cleansers = List.of(id("pcx-cleanser"), id("pcx-cleanser-two"));
    assertThat(top("category: \"gid://attune/Category/pcxcare-cleansers\""))
        .containsExactlyInAnyOrderElementsOf(cleansers);
    assertThat(top("context: {url: \"https://shop.example/c/pcxcare-cleansers/?page=2\"}"))
        .containsExactlyInAnyOrderElementsOf(cleansers);
    assertThat(top("context: {url: \"/\"}")).isNotEmpty();
    assertThat(
            GraphQl.visitor("pcx-top")
                .refusal(
                    "{ recommendations(placement: CATEGORY_TOP, category: \"pcx-none\") { id } }"))
        .isEqualTo("UNKNOWN_ID");
  }

  private static List<String> top(String arguments) {
    return GraphQl.visitor("pcx-top")
        .ask(
            "{ recommendations(placement: CATEGORY_TOP, "
                + arguments
                + ") { items { product { id } } } }")
        .getList("data.recommendations.items.product.id");
  }

  @Test
  void aProductsPageComparesUntilTheShopperHasChosen() {
    GraphQl shopper = GraphQl.visitor("pcx-shopper");
    assertThat(placement(shopper)).isEqualTo("PRODUCT_SIMILAR");
    JsonPath added =
        shopper.ask(
            "mutation { track(events: [{messageId: \"pcx-add\", type: CART_ADDED, product:"
                + " \"pcx-cleanser\", quantity: 1}]) { accepted rejected { message } } }");
    assertThat(added.getInt("data.track.accepted")).as(added.prettify()).isEqualTo(1);
    assertThat(placement(shopper)).isEqualTo("PRODUCT_COMPLEMENTARY");
  }

  private static String placement(GraphQl shopper) {
    JsonPath page =
        shopper.ask(
            "{ product(id: \"" + id("pcx-cleanser") + "\") { recommendations { placement } } }");
    return page.getString("data.product.recommendations.placement");
  }

  private static List<String> cart(String placement, String... products) {
    StringBuilder lines = new StringBuilder();
    for (String product : products) {
      lines.append("{product: \"").append(product).append("\"} ");
    }
    return GraphQl.visitor("pcx-cart")
        .ask(
            "{ recommendations(placement: %s, cart: [%s]) { items { product { id } } } }"
                .formatted(placement, lines))
        .getList("data.recommendations.items.product.id");
  }

  private static String id(String product) {
    return "gid://attune/Product/" + product;
  }

  private static String product(String name, String kind, String price, String relations) {
    return """
    {"id":"pcx-%s","title":"Pcx %s","categories":[["Pcxcare","%s"]],"currency":"USD",\
    "price":"%s","quantity":20,"relations":[%s]}
    """
        .formatted(name, name, kind, price, relations);
  }

  private static String step(String before, int position) {
    return """
    {"kind":"ROUTINE_STEP","product":"pcx-%s","routine":"Pcx evening","step":%d}\
    """
        .formatted(before, position);
  }

  private static String accessory() {
    return """
    {"kind":"ACCESSORY_OF","product":"pcx-cleanser"}\
    """;
  }
}
