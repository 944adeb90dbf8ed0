package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page, from a newcomer's to that of somebody the shop knows. */
@QuarkusTest
class PageTest {
  private static final String ORDER =
      "{ home { categoryOrder(first: 100) { categories { handle } decision { basis } } } }";

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShop() {
    TestShop shop = new TestShop();
    for (int i = 1; i <= 6; i++) {
      shop.product("pt-tea-" + i, "Ptteas > Green", "Leafy");
      shop.product("pt-pot-" + i, "Ptpots > Clay", "Kiln");
    }
    shop.soldOut("pt-tea-gone", "Ptteas > Green", "Leafy");
    shop.unpriced("pt-tea-secret", "Ptteas > Green", "Leafy");
    shop.open();
  }

  @Test
  void givesANewcomerAWholePageThatClaimsNothingPersonal() {
    JsonPath page =
        GraphQl.visitor("pt-newcomer")
            .ask(
                "{ home { hero { headline link { path } decision { id basis reasons { code text }"
                    + " degraded } } categoryOrder { categories { handle } decision { basis } }"
                    + " rails { items { product { id } } decision { basis } } } }");
    assertThat(page.getList("errors")).isNull();
    assertThat(page.getString("data.home.hero.headline")).isNotBlank();
    assertThat(page.getString("data.home.hero.decision.basis")).isNotIn("PERSONALIZED", "SESSION");
    assertThat(page.getBoolean("data.home.hero.decision.degraded")).isFalse();
    assertThat(page.getList("data.home.rails.decision.basis", String.class))
        .isNotEmpty()
        .doesNotContain("PERSONALIZED", "SESSION");
  }

  @Test
  void showsNoProductTwiceAndNothingThatCannotBeBought() {
    GraphQl shopper = GraphQl.visitor("pt-twice");
    shopper.views("pt-tea-1", "pt-tea-gone", "pt-pot-1");
    JsonPath page =
        shopper.ask(
            "{ home { rails(first: 5, perRail: 12) { items { product { id availableForSale } } }"
                + " } }");
    List<String> products = page.getList("data.home.rails.items.product.id.flatten()");
    assertThat(products).isNotEmpty().doesNotHaveDuplicates();
    assertThat(page.getList("data.home.rails.items.product.availableForSale.flatten()"))
        .doesNotContain(false);
  }

  @Test
  void followsTheVisitAfterOneClick() {
    GraphQl shopper = GraphQl.visitor("pt-session");
    shopper.views("pt-pot-2");
    JsonPath order = shopper.ask(ORDER);
    assertThat(order.getString("data.home.categoryOrder.categories[0].handle")).isEqualTo("ptpots");
    assertThat(order.getString("data.home.categoryOrder.decision.basis")).isEqualTo("SESSION");
    JsonPath hero =
        shopper.ask(
            "{ home { hero { link { path } decision { basis reasons { code" + " text } } } } }");
    assertThat(hero.getString("data.home.hero.link.path")).isEqualTo("/c/ptpots");
    assertThat(hero.getString("data.home.hero.decision.reasons[0].code")).isEqualTo("THIS_VISIT");
  }

  @Test
  void landsAPaidClickOnItsCategory() {
    String context =
        "context: {campaign: {source: \"g\", medium: \"cpc\", name: \"ptteas-search\"}}";
    JsonPath page =
        GraphQl.visitor("pt-campaign")
            .ask(
                "{ home("
                    + context
                    + ") { hero { link { path target { ... on Category { handle } }"
                    + " } decision { reasons { code } } } categoryOrder { categories { handle } } }"
                    + " }");
    assertThat(page.getString("data.home.hero.link.target.handle")).isEqualTo("ptteas");
    assertThat(page.getString("data.home.hero.decision.reasons[0].code"))
        .isEqualTo("YOUR_CAMPAIGN");
    assertThat(page.getString("data.home.categoryOrder.categories[0].handle")).isEqualTo("ptteas");
  }

  @Test
  void speaksTheLanguageOfTheRequest() {
    GraphQl shopper = GraphQl.visitor("pt-language").with("Accept-Language", "de-DE,de;q=0.9");
    shopper.views("pt-pot-3");
    assertThat(
            shopper
                .ask("{ home { hero { decision { reasons { text } } } } }")
                .getString("data.home.hero.decision.reasons[0].text"))
        .isEqualTo("Du siehst dir Ptpots an");
  }

  @Test
  void speaksTheFirstLanguageOfTheRequestThatTheShopKnows() {
    GraphQl shopper = GraphQl.visitor("pt-second").with("Accept-Language", "it, de;q=0.8, fr;q=.5");
    shopper.views("pt-pot-3");
    assertThat(
            shopper
                .ask("{ home { hero { decision { reasons { text } } } } }")
                .getString("data.home.hero.decision.reasons[0].text"))
        .isEqualTo("Du siehst dir Ptpots an");
  }

  @Test
  void neverShowsAgainWhatTheShopperDoesNotWantUntilTheySaySo() {
    models.train();
    GraphQl shopper = GraphQl.visitor("pt-no");
    String rail =
        "{ recommendations(placement: PRODUCT_SIMILAR, product: \"pt-tea-1\", first: 50) { items {"
            + " product { id } } } }";
    String unwanted = "gid://attune/Product/pt-tea-2";
    assertThat(similar(shopper.ask(rail))).contains(unwanted);
    shopper.ask("mutation { notInterested(subject: \"" + unwanted + "\") { known } }");
    assertThat(similar(shopper.ask(rail))).doesNotContain(unwanted).isNotEmpty();
    shopper.ask("mutation { undoNotInterested(subject: \"" + unwanted + "\") { known } }");
    assertThat(similar(shopper.ask(rail))).contains(unwanted);
  }

  @Test
  void listsACategoryWithoutWhatHasNoPriceAndPagesThroughAllOfIt() {
    String query =
        "{ category(handle: \"ptteas\") { productCount products(first: 4%s) { totalCount nodes { id"
            + " } pageInfo { hasNextPage endCursor } decision { id basis } } } }";
    GraphQl shopper = GraphQl.visitor("pt-list");
    JsonPath first = shopper.ask(query.formatted(""));
    assertThat(first.getInt("data.category.products.totalCount")).isEqualTo(7);
    String cursor = first.getString("data.category.products.pageInfo.endCursor");
    JsonPath second = shopper.ask(query.formatted(", after: \"" + cursor + "\""));
    List<String> all = first.getList("data.category.products.nodes.id");
    all.addAll(second.getList("data.category.products.nodes.id"));
    assertThat(all).hasSize(7).doesNotHaveDuplicates().doesNotContain("pt-tea-secret");
    assertThat(second.getBoolean("data.category.products.pageInfo.hasNextPage")).isFalse();
  }

  @Test
  void pricesACartFromTheCatalog() {
    JsonPath cart =
        GraphQl.visitor("pt-cart")
            .ask(
                "{ cart(lines: [{sku: \"pt-tea-1\", quantity: 3}, {product: \"pt-pot-1\"}]) {"
                    + " subtotal { amount currencyCode } lines { quantity total { amount }"
                    + " available } recommendations { items { product { id } } } } }");
    assertThat(cart.getString("data.cart.subtotal.amount")).isEqualTo("80.00");
    assertThat(cart.getList("data.cart.lines.total.amount")).containsExactly("60.00", "20.00");
    assertThat(cart.getList("data.cart.recommendations.items.product.id"))
        .doesNotContain("gid://attune/Product/pt-tea-1", "gid://attune/Product/pt-pot-1");
  }

  @Test
  void showsACartThoughSomeOfItIsSoldNoMoreOrInOtherMoney() {
    new TestShop()
        .priced("pt-euro-mug", "Page Euros", "9.00 EUR", "", "", 5)
        .unpriced("pt-unpriced-mug", "Page Euros", "Una")
        .open();
    JsonPath page =
        GraphQl.visitor("pt-cart-gone")
            .ask(
                "{ cart(lines: [{sku: \"pt-gone\"}, {product: \"pt-pot-1\"}, {sku: \"pt-euro-mug\"},"
                    + " {product: \"pt-unpriced-mug\"}]) { subtotal { amount currencyCode } lines {"
                    + " product { id } } missing { line code message } recommendations {"
                    + " decision { basis } } } recommendations(placement: CART_COMPLEMENTARY, cart:"
                    + " [{sku: \"pt-gone\"}, {product: \"pt-pot-1\"}]) { decision { basis } } }");
    assertThat(page.getList("errors")).as(page.prettify()).isNull();
    assertThat(page.getList("data.cart.lines.product.id"))
        .containsExactly("gid://attune/Product/pt-pot-1");
    assertThat(page.getMap("data.cart.subtotal"))
        .isEqualTo(Map.of("amount", "20.00", "currencyCode", "USD"));
    assertThat(page.getList("data.cart.missing.line")).containsExactlyInAnyOrder(0, 2, 3);
    assertThat(page.getString("data.cart.missing.find { it.line == 0 }.code"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(page.getString("data.cart.missing.find { it.line == 2 }.code"))
        .isEqualTo("PRICE_UNAVAILABLE");
    assertThat(page.getString("data.cart.missing.find { it.line == 3 }.code"))
        .isEqualTo("PRICE_UNAVAILABLE");
    assertThat(page.getString("data.cart.recommendations.decision.basis")).isNotNull();
    assertThat(page.getString("data.recommendations.decision.basis")).isNotNull();
  }

  @Test
  void goesOnThroughTheFeedWithoutRepeatingAnything() {
    GraphQl shopper = GraphQl.visitor("pt-feed");
    String query =
        "{ feed(first: 5%s) { edges { node { ... on ProductCard { product { id } } } } pageInfo {"
            + " endCursor } } }";
    JsonPath first = shopper.ask(query.formatted(""));
    String cursor = first.getString("data.feed.pageInfo.endCursor");
    JsonPath second = shopper.ask(query.formatted(", after: \"" + cursor + "\""));
    List<String> shown = first.getList("data.feed.edges.node.product.id");
    shown.removeIf(id -> id == null);
    shown.addAll(second.getList("data.feed.edges.node.product.id"));
    assertThat(shown).hasSizeGreaterThan(7).doesNotHaveDuplicates();
  }

  @Test
  void findsAndSuggestsByWords() {
    GraphQl shopper = GraphQl.visitor("pt-search");
    JsonPath found =
        shopper.ask(
            "{ search(query: \"ptpots\") { totalCount interpretation { query } nodes { id } }"
                + " suggest(query: \"ptte\") { kind text } }");
    assertThat(found.getInt("data.search.totalCount")).isGreaterThanOrEqualTo(6);
    assertThat(found.getList("data.suggest.kind")).contains("CATEGORY");
  }

  private static List<String> similar(JsonPath answer) {
    return answer.getList("data.recommendations.items.product.id");
  }
}
