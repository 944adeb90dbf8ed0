package dev.attune.http.shelf;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShelfTest {
  @BeforeEach
  void openShop() {
    new TestShop().product("shelf-1", "Shelves", "Oak").product("shelf-2", "Shelves", "Oak").open();
  }

  @Test
  void showsNewStockAtOnce() {
    List<JsonPath> done = stock("[{\"sku\":\"shelf-1\",\"quantity\":0}]");

    assertThat(done.get(0).getInt("stored")).isEqualTo(1);
    assertThat(product("shelf-1", "availableForSale").getBoolean("data.product.availableForSale"))
        .isFalse();

    assertThat(stock("{\"sku\":\"shelf-1\",\"quantity\":0}").get(0).getInt("unchanged"))
        .isEqualTo(1);
    stock("{\"items\":[{\"sku\":\"shelf-1\",\"quantity\":7}]}");
    assertThat(
            product("shelf-1", "variants{nodes{quantityAvailable availableForSale}}")
                .getMap("data.product.variants.nodes[0]"))
        .isEqualTo(Map.of("quantityAvailable", 7, "availableForSale", true));
  }

  @Test
  void takesABatchAsGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("[{\"sku\":\"shelf-1\",\"quantity\":11}]".getBytes(StandardCharsets.UTF_8));
    }
    given()
        .header("Authorization", "Bearer test-secret-key")
        .header("Content-Encoding", "gzip")
        .contentType("application/octet-stream")
        .body(bytes.toByteArray())
        .post("/v1/catalog/stock")
        .then()
        .statusCode(200);
    assertThat(
            product("shelf-1", "variants{nodes{quantityAvailable}}")
                .getInt("data.product.variants.nodes[0].quantityAvailable"))
        .isEqualTo(11);
  }

  @Test
  void takesAPriceWithoutACurrencyAsTheShopsOwn() {
    price("{\"sku\":\"shelf-1\",\"price\":31.5}");
    assertThat(
            product("shelf-1", "variants{nodes{price{amount currencyCode}}}")
                .getMap("data.product.variants.nodes[0].price"))
        .isEqualTo(Map.of("amount", "31.50", "currencyCode", "USD"));
  }

  @Test
  void keepsWhatCanBeOrderedAheadForSale() {
    stock("{\"sku\":\"shelf-1\",\"quantity\":0,\"availability\":\"preorder\"}");
    stock("{\"sku\":\"shelf-1\",\"quantity\":0}");

    assertThat(product("shelf-1", "availableForSale").getBoolean("data.product.availableForSale"))
        .isTrue();
  }

  @Test
  void rejectsBadLinesByTheirNumberAndStoresTheOthers() {
    List<JsonPath> lines =
        stock(
            """
            {"sku":"shelf-1","quantity":3}
            {"sku":"shelf-1"}
            {"quantity":3}
            {"sku":"shelf-none","quantity":3}
            {"sku":"shelf-2","quantity":-1}
            {"sku":"shelf-2","quantity":4.5}
            {"sku":"shelf-2","availability":"maybe"}
            "shelf-2"
            {"sku":"shelf-2","quantity":4}
            """);

    assertThat(
            lines.stream()
                .filter(line -> line.get("line") != null)
                .map(line -> line.get("line") + " " + line.get("field") + " " + line.get("code")))
        .containsExactly(
            "2 quantity MISSING_FIELD",
            "3 sku MISSING_FIELD",
            "4 sku UNKNOWN_ID",
            "5 quantity INVALID_VALUE",
            "6 quantity INVALID_VALUE",
            "7 availability INVALID_VALUE",
            "8 null INVALID_ROW");
    JsonPath last = lines.get(lines.size() - 1);
    assertThat(last.getInt("read")).isEqualTo(9);
    assertThat(last.getInt("stored") + last.getInt("unchanged")).isEqualTo(2);
    assertThat(last.getInt("rejected")).isEqualTo(7);
  }

  @Test
  void changesPricesAndSales() {
    price("{\"sku\":\"shelf-1\",\"price\":\"30.00\",\"currency\":\"USD\",\"salePrice\":24.5}");

    JsonPath shown =
        product("shelf-1", "variants{nodes{price{amount currencyCode} compareAtPrice{amount}}}");
    assertThat(shown.getString("data.product.variants.nodes[0].price.amount")).isEqualTo("24.50");
    assertThat(shown.getString("data.product.variants.nodes[0].compareAtPrice.amount"))
        .isEqualTo("30.00");

    price("{\"sku\":\"shelf-1\",\"price\":\"30.00 USD\"}");
    assertThat(product("shelf-1", "priceRange{minVariantPrice{amount}}").getString(AMOUNT))
        .isEqualTo("30.00");
  }

  @Test
  void aMarketsPriceHoldsInThatMarketOnly() {
    price(
        "[{\"sku\":\"shelf-2\",\"price\":\"1500\",\"currency\":\"JPY\"},"
            + "{\"sku\":\"shelf-2\",\"price\":\"19.00\",\"currency\":\"EUR\",\"country\":\"AT\"},"
            + "{\"sku\":\"shelf-2\",\"price\":\"18.00\",\"currency\":\"EUR\"}]");

    assertThat(in("currency: \"JPY\"")).isEqualTo("1500 JPY");
    assertThat(in("currency: \"EUR\"")).isEqualTo("18.00 EUR");
    assertThat(in("country: \"FR\", currency: \"EUR\"")).isEqualTo("18.00 EUR");
    assertThat(in("country: \"AT\"")).isEqualTo("19.00 EUR");
    assertThat(in("country: \"US\"")).isEqualTo("20.00 USD");
    assertThat(price(given().header("Attune-Market", "AT"), "")).isEqualTo("19.00 EUR");
    assertThat(price(given().header("Attune-Market", "test-japan"), "")).isEqualTo("1500 JPY");
  }

  @Test
  void whatHasNoPriceInAMarketIsInNoListAndSaysSoWhenAskedFor() {
    price("{\"sku\":\"shelf-2\",\"price\":\"18.00\",\"currency\":\"EUR\"}");

    JsonPath listed =
        GraphQl.nobody()
            .ask(
                "{ category(handle: \"shelves\", context: {currency: \"EUR\"})"
                    + " { productCount products { nodes { handle } } } }");
    assertThat(listed.getList("data.category.products.nodes")).hasSize(1);
    JsonPath asked =
        GraphQl.nobody()
            .ask(
                "{ product(id: \"gid://attune/Product/shelf-1\", context: {currency: \"EUR\"}) { id } }");
    assertThat(asked.getString("errors[0].extensions.code")).isEqualTo("PRICE_UNAVAILABLE");
    assertThat((Object) asked.get("data.product")).isNull();
  }

  @Test
  void namesWhatIsWrongWithAPrice() {
    List<JsonPath> lines =
        price(
            """
            {"sku":"shelf-1","price":"5.001","currency":"USD"}
            {"sku":"shelf-1","price":"5","currency":"XXY"}
            {"sku":"shelf-1","price":"5","currency":"USD","country":"Mars"}
            {"sku":"shelf-1","price":"5","currency":"USD","salePrice":"6"}
            {"sku":"shelf-1","price":"5","currency":"USD","salePrice":"4 EUR"}
            {"sku":"shelf-1","price":"5","currency":"USD","salePrice":"4","saleFrom":"soon"}
            {"sku":"shelf-1","price":{"amount":5},"currency":"USD"}
            {"sku":"shelf-1","currency":"USD"}
            """);

    assertThat(lines.stream().limit(8).map(line -> line.get("field") + " " + line.get("code")))
        .containsExactly(
            "price INVALID_PRICE",
            "price INVALID_CURRENCY",
            "country INVALID_VALUE",
            "salePrice INVALID_PRICE",
            "salePrice INVALID_CURRENCY",
            "saleFrom INVALID_TIMESTAMP",
            "price INVALID_VALUE",
            "price MISSING_FIELD");
  }

  @Test
  void takesNothingOfABrokenBodyAndNothingWithoutTheSecretKey() {
    secret()
        .body("[{\"sku\":\"shelf-1\",\"quantity\":99},")
        .post("/v1/catalog/stock")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_JSON"));
    given().body("[]").post("/v1/catalog/price").then().statusCode(401);

    assertThat(
            product("shelf-1", "variants{nodes{quantityAvailable}}")
                .getInt("data.product.variants.nodes[0].quantityAvailable"))
        .isNotEqualTo(99);
  }

  private static final String AMOUNT = "data.product.priceRange.minVariantPrice.amount";

  private static String in(String context) {
    return price(given(), ", context: {" + context + "}");
  }

  private static String price(RequestSpecification request, String context) {
    JsonPath answer =
        request
            .contentType("application/json")
            .body(
                Map.of(
                    "query",
                    "{ product(id: \"gid://attune/Product/shelf-2\""
                        + context
                        + ") { priceRange { minVariantPrice { amount currencyCode } } } }"))
            .post("/graphql")
            .jsonPath();
    return answer.getString(AMOUNT)
        + " "
        + answer.getString("data.product.priceRange.minVariantPrice.currencyCode");
  }

  private static JsonPath product(String id, String fields) {
    return GraphQl.nobody()
        .ask("{ product(id: \"gid://attune/Product/" + id + "\") { " + fields + " } }");
  }

  private static List<JsonPath> stock(String body) {
    return lines(secret().body(body).post("/v1/catalog/stock").asString());
  }

  private static List<JsonPath> price(String body) {
    return lines(secret().body(body).post("/v1/catalog/price").asString());
  }

  private static List<JsonPath> lines(String answer) {
    return Arrays.stream(answer.strip().split("\n")).map(JsonPath::from).toList();
  }

  private static RequestSpecification secret() {
    return given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json");
  }
}
