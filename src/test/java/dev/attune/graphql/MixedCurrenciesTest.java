package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A feed whose rows of one product name prices in different currencies. */
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

  @Test
  void takesNoPageDownAndShowsTheRangeOfTheFirstOnesCurrency() {
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
        .containsExactly("USD", "EUR", "USD");
    assertThat(page.getInt("data.category.productCount")).isEqualTo(1);
    assertThat(page.getList("data.category.products.nodes")).hasSize(1);
    assertThat(page.getList("data.search.nodes.handle")).contains("mixed-mug");
  }
}
