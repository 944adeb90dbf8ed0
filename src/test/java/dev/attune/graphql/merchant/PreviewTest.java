package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Previews over HTTP: as anybody, at any time, with and without a draft. */
@QuarkusTest
class PreviewTest {
  private static final String PINNED = "the-pv-c-thing";

  /** When the draft's schedule begins, and the second before. */
  private static final String THEN = "at: \"2040-01-01T00:00:00+09:00\"";

  private static final String BEFORE = "at: \"2039-12-31T23:59:59+09:00\"";

  private final String rule = "pv-rule-" + UUID.randomUUID();
  private final String segment = "pv-vips-" + UUID.randomUUID();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("pv-a", "Pvshop", "Aar")
        .product("pv-b", "Pvshop", "Bex")
        .product("pv-c", "Pvother", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("pv-merchant", "merchandiser");
    answered(
        "mutation { saveSegment(expectedVersion: 0, segment: {id: \"pv-vips\", title: \"VIPs\","
            + " condition: \"shopper.lifecycle == 'VIP' && shopper.spent['USD'] > 1000.0\"}) {"
            + " version } }");
    answered(
        "mutation { saveRule(expectedVersion: 0, rule: {id: \"pv-rule\", title: \"Later\", pin:"
            + " {position: 1}, subjects: [\"gid://attune/Product/pv-c\"], scope: {categories:"
            + " [\"pvshop\"], segments: [\"pv-vips\"], startsAt: \"2040-01-01T00:00\", timeZone:"
            + " \"Asia/Tokyo\"}}) { rule { version } } }");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    answered("mutation { archiveRule(id: \"pv-rule\", expectedVersion: 1) { id } }");
    answered("mutation { archiveSegment(id: \"pv-vips\", expectedVersion: 1) { id } }");
  }

  private JsonPath answered(String query) {
    JsonPath answer =
        merchant.ask(query.replace("\"pv-rule\"", "\"" + rule + "\"").replace("pv-vips", segment));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    return answer;
  }

  private String first(String arguments) {
    JsonPath answer =
        answered(
            ("{ preview(page: {category: \"pvshop\"}, %s) { category { products { nodes { handle }"
                    + " decision { id experiments { experiment } } } } } }")
                .formatted(arguments));
    String list = "data.preview.category.products.";
    assertThat(answer.getList(list + "decision.experiments")).isEmpty();
    String asked = "{ decision(id: \"" + answer.getString(list + "decision.id") + "\") { id } }";
    assertThat(merchant.ask(asked).getString("data.decision")).isNull();
    return answer.getString(list + "nodes[0].handle");
  }

  @Test
  void showsADraftToWhomAndWhenItWillHoldAndLeavesNoRecord() {
    String drafted = ", drafts: {ids: [\"pv-rule\"]}, as: ";
    String vip = "{madeUp: {orders: 7, spent: \"1500.00\"}}";
    assertThat(first(THEN + drafted + "{segment: \"pv-vips\"}")).isEqualTo(PINNED);
    assertThat(first(THEN + drafted + vip)).isEqualTo(PINNED);
    assertThat(first(THEN + drafted + "{madeUp: {orders: 1, spent: \"1500.00\"}}"))
        .isNotEqualTo(PINNED);
    assertThat(first(BEFORE + drafted + vip)).isNotEqualTo(PINNED);
    assertThat(first(THEN + ", as: " + vip)).isNotEqualTo(PINNED);
    assertThat(first(THEN + ", drafts: {saved: true}, as: " + vip)).isEqualTo(PINNED);
    assertThat(first(THEN + ", drafts: {saved: false}, as: " + vip)).isNotEqualTo(PINNED);
  }

  @Test
  void tellsWhatStandsWhereAndWhichRulesDidIt() {
    String lists =
        ") { lists { slot placement items { position node { id } reasons { code } rules { step"
            + " reason rule } } hidden { node { id } rule } } } }";
    JsonPath answer =
        answered(
            "{ preview(page: {category: \"pvshop\"}, drafts: {rules: [{id: \"pv-hide\", title:"
                + " \"H\", hide: true, subjects: [\"gid://attune/Product/pv-a\"]}, {id:"
                + " \"pv-pin\", title: \"P\", pin: {position: 1}, subjects:"
                + " [\"gid://attune/Product/pv-c\"], scope: {categories: [\"pvshop\"]}}]}"
                + lists);
    String list = "data.preview.lists[0].";
    assertThat(answer.getString(list + "placement")).isEqualTo("CATEGORY");
    assertThat(answer.getInt(list + "items[0].position")).isEqualTo(1);
    assertThat(answer.getString(list + "items[0].node.id")).isEqualTo("gid://attune/Product/pv-c");
    assertThat(answer.getString(list + "items[0].reasons[0].code")).isEqualTo("CHOSEN_BY_THE_SHOP");
    assertThat(answer.getString(list + "items[0].rules[0].step")).isEqualTo("PIN");
    assertThat(answer.getString(list + "items[0].rules[0].rule")).isEqualTo("pv-pin");
    assertThat(answer.getList(list + "items[1].rules")).isEmpty();
    assertThat(answer.getList(list + "hidden.rule")).containsExactly("pv-hide");
    assertThat(answer.getString(list + "hidden[0].node.id")).isEqualTo("gid://attune/Product/pv-a");
    assertThat(
            answered("{ home: preview(page: {home: true}" + lists).getList("data.home.lists.slot"))
        .contains("hero", "categoryOrder", "rail/HOME_TRENDING");
  }

  @Test
  void showsHeroesOffersAndSegmentsThatAreNotSaved() {
    String home =
        "{ preview(page: {home: true}%s) { segments home { hero { headline } offers {"
            + " title } } } }";
    JsonPath drafted =
        answered(
            home.formatted(
                ", as: {madeUp: {orders: 2}}, drafts: {heroes: [{id: \"pv-hero\", headline: \"Soon"
                    + " here\", link: \"/c/pvshop\", audience: BUYER, priority: 100}], offers:"
                    + " [{id: \"pv-offer\", title: \"Soon less\", audience: BUYER}], segments:"
                    + " [{id: \"pv-soon\", title: \"S\", condition: \"shopper.orders == 2\"}]}"));
    assertThat(drafted.getList("data.preview.segments")).contains("pv-soon");
    assertThat(drafted.getString("data.preview.home.hero.headline")).isEqualTo("Soon here");
    assertThat(drafted.getList("data.preview.home.offers.title")).contains("Soon less");
    JsonPath plain = answered(home.formatted(", as: {madeUp: {orders: 2}}"));
    assertThat(plain.getList("data.preview.segments")).doesNotContain("pv-soon");
    assertThat(plain.getString("data.preview.home.hero.headline")).isNotEqualTo("Soon here");
    assertThat(plain.getList("data.preview.home.offers.title")).doesNotContain("Soon less");
  }

  @Test
  void showsEveryKindOfPage() {
    JsonPath pages =
        answered(
            "{ home: preview(page: {home: true}) { home { hero { headline } } } search:"
                + " preview(page: {search: \"pv\"}) { search { totalCount } lists { slot } }"
                + " product: preview(page: {product: \"gid://attune/Product/pv-a\"}) { product {"
                + " handle } lists { slot } } cart: preview(page: {lines: [{product:"
                + " \"gid://attune/Product/pv-a\", quantity: 2}]}) { cart { lines { total { amount"
                + " } } } lists { slot } } own: preview(page: {cart: true}, as: {madeUp: {cart:"
                + " [\"gid://attune/Product/pv-b\"]}}) { cart { lines { product { handle } } } }"
                + " }");
    assertThat(pages.getString("data.home.home.hero.headline")).isNotBlank();
    assertThat(pages.getInt("data.search.search.totalCount")).isPositive();
    assertThat(pages.getList("data.search.lists.slot")).containsExactly("listing/search");
    assertThat(pages.getString("data.product.product.handle")).isEqualTo("the-pv-a-thing");
    assertThat(pages.getList("data.product.lists.slot")).contains("rail/PRODUCT_SIMILAR");
    assertThat(pages.getString("data.cart.cart.lines[0].total.amount")).isEqualTo("40.00");
    assertThat(pages.getList("data.cart.lists.slot")).contains("rail/CART_COMPLEMENTARY");
    assertThat(pages.getString("data.own.cart.lines[0].product.handle"))
        .isEqualTo("the-pv-b-thing");
  }

  @Test
  void isForMerchandisersAndRealPeopleForAdmins() {
    assertThat(GraphQl.nobody().refusal("{ preview(page: {home: true}) { at } }"))
        .isEqualTo("FORBIDDEN");
    String real = "{ preview(page: {home: true}, as: {customer: \"pv-somebody\"}) { at } }";
    assertThat(merchant.refusal(real)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("pv-admin", "admin").ask(real).getList("errors")).isNull();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(merchant.refusal("{ preview(page: {}) { at } }")).isEqualTo("INVALID_VALUE");
    assertThat(refused("at: \"tomorrow\"")).isEqualTo("INVALID_TIMESTAMP");
    assertThat(refused("at: \"-999999999-01-01T00:00:00Z\"")).isEqualTo("INVALID_TIMESTAMP");
    assertThat(refused("at: \"+999999999-01-01T00:00:00Z\"")).isEqualTo("INVALID_TIMESTAMP");
    assertThat(refused("drafts: {ids: [\"pv-none\"]}")).isEqualTo("UNKNOWN_ID");
    assertThat(refused("as: {segment: \"pv-none\"}")).isEqualTo("UNKNOWN_ID");
    assertThat(refused("as: {segment: \"pv-x\", visitor: \"pv-y\"}")).isEqualTo("INVALID_VALUE");
    assertThat(refused("as: {madeUp: {orders: -1}}")).isEqualTo("INVALID_VALUE");
    assertThat(
            refused(
                "drafts: {rules: [{id: \"pv-bad\", title: \"B\", hide: true, condition:"
                    + " \"product.nothing\"}]}"))
        .isEqualTo("INVALID_EXPRESSION");
    String rule = "drafts: {rules: [{id: \"pv-bad\", title: \"B\", %s}]}";
    assertThat(refused(rule.formatted("boost: {factor: \"1e999\"}, condition: \"true\"")))
        .isEqualTo("INVALID_VALUE");
    assertThat(
            refused(
                rule.formatted("pin: {position: -7}, subjects: [\"gid://attune/Product/pv-a\"]")))
        .isEqualTo("INVALID_VALUE");
    assertThat(refused(rule.formatted("hide: true, scope: {fromHour: 99, toHour: 3}")))
        .isEqualTo("INVALID_VALUE");
  }

  private String refused(String argument) {
    return merchant.refusal("{ preview(page: {home: true}, " + argument + ") { at } }");
  }
}
