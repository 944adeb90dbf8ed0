package dev.attune.http;

import static dev.attune.http.Feeds.assertDone;
import static dev.attune.http.Feeds.importing;
import static dev.attune.http.Feeds.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MarketsTest {
  private static final String LAMP =
      """
      {"id":"mkt-lamp","title":"Desk lamp","description":"Bright","price":"40.00","currency":"USD",\
      "categories":[["Mkt Lights"]],"daysOfUse":900,"fits":["MKT b 7"],\
      "prices":[{"country":"DE","currency":"EUR","price":"39.00","salePrice":"35.00"}],\
      "texts":{"de":{"title":"Schreibtischlampe","description":"Hell"}}}
      """;
  private static final String BULB =
      """
      {"id":"mkt-bulb","title":"Bulb","price":"4.00","currency":"USD","models":["mkt-B7"],\
      "categories":[["Mkt Lights"]],"texts":{"de-CH":{"title":"Birne"}}}
      """;

  @Inject Catalog catalog;

  @BeforeEach
  void importTwoProducts() {
    lines(importing("").body(LAMP + BULB).post("/v1/catalog/import?format=jsonl"));
  }

  @Test
  void tellsTheTextsOfTheAskersLanguage() {
    assertThat(title("mkt-lamp", "locale: \"de\"")).isEqualTo("Schreibtischlampe");
    assertThat(title("mkt-lamp", "locale: \"de-AT\"")).isEqualTo("Schreibtischlampe");
    assertThat(title("mkt-lamp", "locale: \"fr\"")).isEqualTo("Desk lamp");
    assertThat(title("mkt-bulb", "locale: \"de-CH\"")).isEqualTo("Birne");
  }

  @Test
  void callsAnOnlyVariantAsItsProductIsCalledThere() {
    assertThat(
            GraphQl.nobody()
                .ask(
                    "{ product(id: \"gid://attune/Product/mkt-lamp\", context: {locale: \"de\"})"
                        + " { variants { nodes { title } } } }")
                .getList("data.product.variants.nodes.title"))
        .containsExactly("Schreibtischlampe");
  }

  @Test
  void asksInACountryWhatTheShopIsSetToAskThere() {
    assertThat(
            GraphQl.nobody()
                .refusal(
                    "{ product(id: \"gid://attune/Product/mkt-bulb\","
                        + " context: {country: \"JP\"}) { id } }"))
        .isEqualTo("PRICE_UNAVAILABLE");
  }

  @Test
  void sellsInAMarketOnlyWhatHasAPriceThere() {
    String german = ", context: {country: \"DE\", locale: \"de\"}";
    JsonPath listed =
        GraphQl.nobody()
            .ask(
                "{ category(handle: \"mkt-lights\""
                    + german
                    + ") { productCount products { nodes"
                    + " { title priceRange { minVariantPrice { amount currencyCode } }"
                    + " compareAtPriceRange { minVariantPrice { amount } } } } } }");

    assertThat(listed.getList("data.category.products.nodes")).hasSize(1);
    assertThat(listed.getInt("data.category.productCount")).isEqualTo(1);
    String lamp = "data.category.products.nodes[0].";
    assertThat(listed.getString(lamp + "title")).isEqualTo("Schreibtischlampe");
    assertThat(listed.getString(lamp + "priceRange.minVariantPrice.amount")).isEqualTo("35.00");
    assertThat(listed.getString(lamp + "compareAtPriceRange.minVariantPrice.amount"))
        .isEqualTo("39.00");
    assertThat(
            GraphQl.nobody()
                .refusal("{ product(id: \"gid://attune/Product/mkt-bulb\"" + german + ") { id } }"))
        .isEqualTo("PRICE_UNAVAILABLE");
  }

  @Test
  void saysOfANodeToThatItHasNoPriceHere() {
    for (String id : new String[] {"Product/mkt-bulb", "ProductVariant/mkt-bulb"}) {
      assertThat(
              GraphQl.nobody()
                  .with("Attune-Market", "DE")
                  .refusal("{ node(id: \"gid://attune/%s\") { id } }".formatted(id)))
          .as(id)
          .isEqualTo("PRICE_UNAVAILABLE");
    }
  }

  @Test
  void showsTheCartWithoutWhatHasNoPriceHere() {
    JsonPath cart =
        GraphQl.nobody()
            .ask(
                "{ cart(lines: [{sku: \"mkt-bulb\"}, {sku: \"mkt-lamp\", quantity: 2}],"
                    + " context: {country: \"DE\"})"
                    + " { lines { product { title } } missing { line code } subtotal { amount"
                    + " currencyCode } } }");

    assertThat((Object) cart.get("errors")).isNull();
    assertThat(cart.getList("data.cart.lines.product.title")).containsExactly("Desk lamp");
    assertThat(cart.getString("data.cart.subtotal.amount")).isEqualTo("70.00");
    assertThat(cart.getList("data.cart.missing.line")).containsExactly(0);
    assertThat(cart.getList("data.cart.missing.code")).containsExactly("PRICE_UNAVAILABLE");
  }

  @Test
  void findsInTheLanguageOfTheMarket() {
    JsonPath found =
        GraphQl.nobody()
            .ask(
                "{ search(query: \"schreibtischlampe\", context: {locale: \"de\"})"
                    + " { nodes { id } } }");

    assertThat(found.getString("data.search.nodes[0].id"))
        .isEqualTo("gid://attune/Product/mkt-lamp");
  }

  @Test
  void findsAndCompletesNewCompoundsAtOnce() {
    assertThat(inGerman("search(query: \"k\u00fchlregal\"", "nodes { title }").getMap("data"))
        .isNotNull();
    StringBuilder rows = new StringBuilder();
    for (String german :
        List.of("K\u00fchlschrank", "K\u00fchlschrankregal", "Regal", "Handyh\u00fclle")) {
      rows.append(
          """
          {"id":"mkt-%d","title":"Mkt thing","price":"4.00","currency":"USD",\
          "texts":{"de":{"title":"%s"}}}
          """
              .formatted(rows.length(), german));
    }
    lines(
        importing("")
            .body(rows.toString().getBytes(UTF_8))
            .post("/v1/catalog/import?format=jsonl"));

    assertThat(titles("regal")).startsWith("Regal").contains("K\u00fchlschrankregal");
    assertThat(titles("k\u00fchlschrank"))
        .startsWith("K\u00fchlschrank")
        .contains("K\u00fchlschrankregal");
    assertThat(titles("h\u00fclle")).contains("Handyh\u00fclle");
    for (String typed : List.of("k\u00fchlschrn", "handyhulel", "k\u00fchlshcrank")) {
      assertThat(inGerman("suggest(query: \"" + typed + "\"", "text").getList("data.suggest.text"))
          .as(typed)
          .containsAnyOf("K\u00fchlschrank", "Handyh\u00fclle");
    }
  }

  private static List<String> titles(String query) {
    return inGerman("search(query: \"" + query + "\"", "nodes { title }")
        .getList("data.search.nodes.title");
  }

  private static JsonPath inGerman(String field, String wanted) {
    return GraphQl.nobody().ask("{ " + field + ", context: {locale: \"de\"}) { " + wanted + " } }");
  }

  @Test
  void showsAPageInACurrencyThatNothingHasAPriceIn() {
    JsonPath home =
        GraphQl.nobody()
            .ask(
                "{ home(context: {currency: \"ISK\"}) { hero { headline } rails { items"
                    + " { product { id } } } } }");

    assertThat((Object) home.get("errors")).isNull();
    assertThat(home.getString("data.home.hero.headline")).isNotBlank();
    assertThat(home.getList("data.home.rails.items.flatten()")).isEmpty();
  }

  @Test
  void relatesWhatFitsAModelToIt() {
    Product lamp = catalog.snapshot().product(new ProductId("mkt-lamp")).orElseThrow();

    assertThat(lamp.daysOfUse()).isEqualTo(900);
    assertThat(lamp.relations())
        .containsExactly(new Relation(Relation.Kind.FITS, new ProductId("mkt-bulb"), null, null));
    assertThat(catalog.snapshot().namedBy(new ProductId("mkt-bulb"))).contains(lamp);
  }

  @Test
  void relatesWhatFitsAModelThatComesLater() {
    String cover =
        "{\"id\":\"mkt-cover\",\"title\":\"Cover\",\"price\":\"4.00\",\"currency\":\"USD\","
            + "\"fits\":[\"mkt-later\"]}\n";
    String later =
        "{\"id\":\"mkt-later\",\"title\":\"Later\",\"price\":\"4.00\",\"currency\":\"USD\"}\n";
    lines(importing("").body(cover).post("/v1/catalog/import?format=jsonl"));
    lines(importing("").body(later).post("/v1/catalog/import?format=jsonl"));

    assertThat(catalog.snapshot().product(new ProductId("mkt-cover")).orElseThrow().relations())
        .containsExactly(new Relation(Relation.Kind.FITS, new ProductId("mkt-later"), null, null));
  }

  @Test
  void forgetsWhatAChangedRowNoLongerSays() {
    String plain =
        "{\"id\":\"mkt-lamp\",\"title\":\"Desk lamp\",\"price\":\"41.00\",\"currency\":\"USD\","
            + "\"categories\":[[\"Mkt Lights\"]]}\n";
    assertDone(
        lines(importing("").body(plain).post("/v1/catalog/import?format=jsonl")), 1, 1, 0, 0);

    assertThat(title("mkt-lamp", "locale: \"de\"")).isEqualTo("Desk lamp");
    assertThat(catalog.snapshot().product(new ProductId("mkt-lamp")).orElseThrow().relations())
        .isEmpty();
  }

  private static String title(String id, String context) {
    return GraphQl.nobody()
        .ask(
            "{ product(id: \"gid://attune/Product/%s\", context: {%s}) { title } }"
                .formatted(id, context))
        .getString("data.product.title");
  }
}
