package dev.attune.graphql.merchant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.Market;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What merchants' rules do to whole pages, each for a campaign of its test. */
@QuarkusTest
class RulesOfPagesTest {
  private static final String SAVE =
      "mutation { saveRule(expectedVersion: %d, publish: true, rule: {id: \"%s\", title: \"A"
          + " rule\", %s}) { rule { version } } }";

  @Inject Catalog catalog;

  private final List<String> written = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("rr-a", "Rrshop", "Aar")
        .product("rr-b", "Rrshop", "Aar")
        .product("rr-c", "Rrshop", "Bex")
        .product("rr-other", "Rrother", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("rr-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    for (String id : written) {
      merchant.ask(
          "mutation { archiveRule(id: \"%s\", expectedVersion: %d) { id } }"
              .formatted(id, version(id)));
    }
  }

  private int version(String id) {
    JsonPath rule = merchant.ask("{ rule(id: \"" + id + "\") { version } }");
    return rule.get("data.rule") == null ? 0 : rule.getInt("data.rule.version");
  }

  private JsonPath save(String id, String rule) {
    written.add(id);
    return merchant.ask(SAVE.formatted(version(id), id, rule));
  }

  private void saved(String id, String rule) {
    JsonPath answer = save(id, rule);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private void refuses(String rule, String field) {
    JsonPath refused = save("rr-refused", rule);
    assertThat(refused.getString("errors[0].extensions.field"))
        .as(rule + refused.prettify())
        .isEqualTo(field);
  }

  private static String id(String product) {
    return "\"gid://attune/Product/" + product + "\"";
  }

  private static String handle(String product) {
    return "the-" + product + "-thing";
  }

  @Test
  void refusesWhatWouldLeaveNothingOfASearchOrOfTheCategoriesOrOfANewcomersPage() {
    JsonPath search =
        save("rr-search", "hide: true, scope: {queries: [\"RROTHER\"], placements: [SEARCH]}");
    assertThat(search.getString("errors[0].extensions.code"))
        .as(search.prettify())
        .isEqualTo("RULE_HIDES_PAGE");
    assertThat(search.getString("errors[0].message")).contains("that 'RROTHER' finds");
    saved(
        "rr-part",
        "hide: true, subjects: [%s], scope: {queries: [\"rrshop\"]}".formatted(id("rr-a")));
    List<String> roots = merchant.ask("{ categories { id } }").getList("data.categories.id");
    String all = "\"" + String.join("\", \"", roots) + "\"";
    JsonPath order =
        save(
            "rr-order",
            "hide: true, subjects: [" + all + "], scope: {placements: [CATEGORY_ORDER]}");
    assertThat(order.getString("errors[0].message")).contains("categories in their order");
    JsonPath newcomers =
        save(
            "rr-new",
            "hide: true, condition: \"product.brand == 'Bex' && shopper.orders == 0\", scope:"
                + " {categories: [\"rrother\"]}");
    assertThat(newcomers.getString("errors[0].message")).contains("0 of 1 products in rrother");
    for (String kind : List.of("Category", "Hero", "Offer", "Collection", "ContentCard")) {
      refuses("hide: true, subjects: [\"gid://attune/" + kind + "/rr-nowhere\"]", "rule.subjects");
    }
  }

  @Test
  void refusesWhatWouldLeaveNothingInOneMarketAndNamesIt() {
    priced("rr-sold", ",\"prices\":[{\"country\":\"BO\",\"currency\":\"BOB\",\"price\":\"200\"}]");
    priced("rr-home", "");
    String one = "hide: true, subjects: [" + id("rr-sold") + "]";
    JsonPath bolivia = save("rr-market", one);
    assertThat(bolivia.getString("errors[0].extensions.code"))
        .as(bolivia.prettify())
        .isEqualTo("RULE_HIDES_PAGE");
    assertThat(bolivia.getString("errors[0].message"))
        .contains("0 of 1 products in rrmarket for BO")
        .contains("0 of 1 products in the shop for BO");
    assertThat(catalog.has(new Market("BO", null, Locale.ROOT))).isFalse();
    JsonPath found =
        save("rr-found", one + ", scope: {queries: [\"rrmarket\"], markets: [\"BO\"]}");
    assertThat(found.getString("errors[0].message"))
        .contains("0 of 1 products that 'rrmarket' finds first for BO");
    JsonPath dear =
        save(
            "rr-market",
            "hide: true, condition: \"product.price > 150.0\", scope: {categories:"
                + " [\"rrmarket\"]}");
    assertThat(dear.getString("errors[0].message")).contains("products in rrmarket for BO");
    saved("rr-elsewhere", one + ", scope: {markets: [\"US\"]}");
    saved("rr-unsold", "hide: true, subjects: [" + id("rr-home") + "], scope: {markets: [\"BO\"]}");
    saved(
        "rr-peru", "hide: true, subjects: [%s], scope: {markets: [\"PE\"]}".formatted(id("rr-a")));
    saved(
        "rr-chile", "hide: true, subjects: [%s], scope: {markets: [\"CL\"]}".formatted(id("rr-b")));
    saved("rr-all", "hide: true, subjects: [" + id("rr-c") + "]");
    JsonPath peru =
        save(
            "rr-more",
            "hide: true, subjects: [%s], scope: {markets: [\"PE\"]}".formatted(id("rr-b")));
    assertThat(peru.getString("errors[0].message")).contains("0 of 3 products in rrshop for PE");
  }

  /** Imports a product with prices by market, in one category with its like. */
  private static void priced(String id, String prices) {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("text/tab-separated-values")
        .body(
            ("{\"id\":\"%s\",\"title\":\"The %s\",\"price\":\"20.00\",\"currency\":\"USD\","
                    + "\"availability\":\"in_stock\",\"categories\":[[\"Rrmarket\"]]%s}\n")
                .formatted(id, id, prices))
        .post("/v1/catalog/import?format=jsonl")
        .then()
        .statusCode(200)
        .body(containsString("\"rejected\":0"));
  }

  @Test
  void keepsWhatIsPinnedToARailForThatRailAlsoWhereAnotherOneWouldShowItBefore() {
    String rails =
        "{ home(context: {campaign: {name: \"rr-keep\"}}) { rails { placement items { product { id"
            + " handle } } } } }";
    GraphQl shopper = GraphQl.visitor("rr-keeper");
    JsonPath before = shopper.ask(rails);
    String first = before.getString("data.home.rails[0].items[0].product.id");
    String handle = before.getString("data.home.rails[0].items[0].product.handle");
    assertThat(before.getString("data.home.rails[0].placement")).isEqualTo("HOME_FOR_YOU");
    saved(
        "rr-keep",
        "pin: {position: 1}, subjects: [\"%s\"], scope: {campaigns: [\"rr-keep\"], placements:"
                .formatted(first)
            + " [HOME_NEW_FOR_YOU]}");
    JsonPath after = shopper.ask(rails);
    String newest =
        "data.home.rails.find { it.placement == 'HOME_NEW_FOR_YOU' }.items.product.handle";
    assertThat(after.<String>getList(newest).get(0)).isEqualTo(handle);
    assertThat(after.getList("data.home.rails[0].items.product.handle")).doesNotContain(handle);
  }

  @Test
  void holdsOnTheDevicesThatBrowsersSayTheyRunOn() {
    saved(
        "rr-phone",
        "pin: {position: 1}, subjects: [%s], scope: {devices: [MOBILE], campaigns: [\"rr-phone\"]}"
            .formatted(id("rr-other")));
    String page =
        "{ category(handle: \"rrshop\", context: {campaign: {name: \"rr-phone\"}%s}) { products {"
            + " nodes { handle } } } }";
    String list = "data.category.products.nodes.handle";
    GraphQl phone =
        GraphQl.visitor("rr-phone")
            .with(
                "User-Agent",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
                    + " Version/17.0 Mobile/15E148 Safari/604.1");
    GraphQl laptop =
        GraphQl.visitor("rr-phone")
            .with(
                "User-Agent",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36");
    assertThat(phone.ask(page.formatted("")).getList(list)).contains(handle("rr-other"));
    assertThat(laptop.ask(page.formatted("")).getList(list)).doesNotContain(handle("rr-other"));
    assertThat(phone.ask(page.formatted(", device: DESKTOP")).getList(list))
        .doesNotContain(handle("rr-other"));
  }
}
