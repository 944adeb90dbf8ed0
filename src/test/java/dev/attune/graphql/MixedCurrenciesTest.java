package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Products, and rows of one product, with prices in different currencies. */
@QuarkusTest
class MixedCurrenciesTest {
  private static final String FEED =
      "id\ttitle\tlink\timage_link\tavailability\tprice\tbrand\tproduct_type\titem_group_id\tsize\n"
          + "mx-1\tMixed Mug\thttps://shop.example/mixed-mug\thttps://shop.example/m.jpg\tin_stock"
          + "\t12.00 USD\tMixa\tMixed Mugs\tmx\tS\n"
          + "mx-2\tMixed Mug\thttps://shop.example/mixed-mug\thttps://shop.example/m.jpg\tin_stock"
          + "\t9.00 EUR\tMixa\tMixed Mugs\tmx\tM\n"
          + "mx-3\tMixed Mug\thttps://shop.example/mixed-mug\thttps://shop.example/m.jpg\tin_stock"
          + "\t15.00 USD\tMixa\tMixed Mugs\tmx\tL\n";

  private static final String FROBNIXES =
      """
      {"id":"mx-f1","title":"Frobnix one","price":"12.50","currency":"USD"}
      {"id":"mx-f2","title":"Frobnix two","price":"20.00","currency":"USD","prices":[\
      {"country":"TH","currency":"CAD","price":"27.00"},\
      {"country":"KE","currency":"KES","price":"250.00"}]}
      {"id":"mx-f3","title":"Frobnix three","price":"1234.56","currency":"EUR"}
      {"id":"mx-f4","title":"Frobnix four","price":"12.505","currency":"KWD"}
      {"id":"mx-f5","title":"Frobnix five","price":"125","currency":"JPY"}
      """;

  @Test
  void listsAreInOneCurrencyWhetherAMarketIsNamedOrNot() {
    importFrobnixes();

    assertThat(priced("")).containsExactly("12.50 USD", "20.00 USD");
    assertThat(found("frobnix under 50", "")).isEqualTo(2);
    assertThat(found("frobnix", ", filters: [{field: \"price\", in: [\"1000-2500\"]}]")).isZero();
    assertThat(priced(", context: {currency: \"KWD\"}")).containsExactly("12.505 KWD");
    for (String country : List.of("FR", "AT", "FI")) {
      assertThat(
              priced(", context: {country: \"" + country + "\"}").stream()
                  .map(price -> price.substring(price.indexOf(' ')))
                  .distinct())
          .as(country)
          .hasSize(1);
    }
  }

  @Test
  void aProductAskedForDirectlyHasNoPriceInAnothersMoney() {
    importFrobnixes();

    assertThat(GraphQl.nobody().refusal("{ product(id: \"gid://attune/Product/mx-f4\") { id } }"))
        .isEqualTo("PRICE_UNAVAILABLE");
  }

  @Test
  void onePriceInForeignMoneyTurnsNoCountryIntoItAndOneInItsOwnMoneyDoes() {
    importFrobnixes();

    assertThat(priced(", context: {country: \"TH\"}")).containsExactly("12.50 USD", "20.00 USD");
    assertThat(priced(", context: {country: \"TH\", currency: \"CAD\"}"))
        .containsExactly("27.00 CAD");
    assertThat(priced(", context: {country: \"KE\"}")).containsExactly("250.00 KES");
  }

  private static void importFrobnixes() {
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/plain")
            .body(FROBNIXES)
            .post("/v1/catalog/import?format=jsonl")
            .asString();
    assertThat(answer).contains("\"done\":true").contains("\"rejected\":0");
  }

  private static List<String> priced(String context) {
    JsonPath found =
        GraphQl.nobody()
            .ask(
                "{ search(query: \"frobnix\", sort: PRICE_ASC"
                    + context
                    + ") { nodes { priceRange { minVariantPrice { amount currencyCode } } } } }");
    List<Map<String, String>> prices =
        found.getList("data.search.nodes.priceRange.minVariantPrice");
    return prices.stream()
        .map(price -> price.get("amount") + " " + price.get("currencyCode"))
        .toList();
  }

  private static int found(String query, String arguments) {
    return GraphQl.nobody()
        .ask("{ search(query: \"" + query + "\"" + arguments + ") { totalCount } }")
        .getInt("data.search.totalCount");
  }

  @Test
  void takesNoPageDownAndShowsWhatIsInTheShopsCurrency() {
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/tab-separated-values")
            .body(FEED)
            .post("/v1/catalog/import?format=google")
            .asString();
    assertThat(answer).contains("\"stored\":3");

    JsonPath page =
        GraphQl.visitor("mx-visitor")
            .ask(
                "{ product(id: \"gid://attune/Product/mx\") { priceRange { minVariantPrice { amount"
                    + " currencyCode } maxVariantPrice { amount currencyCode } } variants { nodes {"
                    + " price { amount currencyCode } } } }"
                    + " category(handle: \"mixed-mugs\") { productCount products { nodes { handle }"
                    + " facets { field } } }"
                    + " search(query: \"mixed mug\", sort: PRICE_ASC) { nodes { handle } }"
                    + " home { rails { items { product { handle } } } } }");

    assertThat(page.getList("errors")).as(page.prettify()).isNull();
    assertThat(page.getMap("data.product.priceRange.minVariantPrice"))
        .isEqualTo(Map.of("amount", "12.00", "currencyCode", "USD"));
    assertThat(page.getMap("data.product.priceRange.maxVariantPrice"))
        .isEqualTo(Map.of("amount", "15.00", "currencyCode", "USD"));
    assertThat(page.getList("data.product.variants.nodes.price.currencyCode"))
        .containsExactly("USD", "USD");
    assertThat(page.getInt("data.category.productCount")).isEqualTo(1);
    assertThat(page.getList("data.category.products.nodes")).hasSize(1);
    assertThat(page.getList("data.search.nodes.handle")).contains("mixed-mug");
  }
}
