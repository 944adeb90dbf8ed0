package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.graphql.experiments.Lab;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What drafts would have changed, over HTTP. Every test has products and a campaign of its own, so
 * that only its own decisions are touched.
 */
@QuarkusTest
class RuleImpactTest {
  private static final int SHOPPERS = 4;
  private static final int PRODUCTS = 6;

  private final String run = "im" + UUID.randomUUID().toString().substring(0, 8);
  private GraphQl merchant = GraphQl.nobody();
  private List<String> shown = List.of();

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShopAndSellSomething() {
    merchant = GraphQl.nobody().signedIn("im-merchant", "merchandiser");
    TestShop shop = new TestShop();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product(run + "-" + i, run, i % 2 == 0 ? run + " even" : run + " odd");
    }
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product(run + "x-" + i, run + "x", run + " crowd");
    }
    shop.open();
    GraphQl buyer = GraphQl.visitor(run + "-buyer");
    buyer.views(product(0), product(1), product(2));
    tell(
        buyer,
        "type: ORDER_COMPLETED, orderId: \"%s-order\", revenue: \"20.00\", currency: \"USD\","
                .formatted(run)
            + " lines: [{product: \"%s\", quantity: 1, price: \"20.00\"}]".formatted(product(1)));
    models.train();
    for (int i = 0; i < SHOPPERS; i++) {
      shown = look(shopper(i));
    }
  }

  private String product(int number) {
    return "gid://attune/Product/" + run + "-" + number;
  }

  private GraphQl shopper(int number) {
    return GraphQl.visitor(run + "-shopper-" + number);
  }

  private static void tell(GraphQl shopper, String event) {
    JsonPath told =
        shopper.ask(
            "mutation { track(events: [{messageId: \"%s\", %s}]) { accepted } }"
                .formatted(UUID.randomUUID(), event));
    assertThat(told.getInt("data.track.accepted")).as(told.prettify()).isOne();
  }

  /** Looks at the category page and clicks what stands last; tells what stood there. */
  private List<String> look(GraphQl shopper) {
    JsonPath page = page(shopper, run, "campaign: {name: \"" + run + "\"}");
    click(shopper, page, PRODUCTS);
    return page.getList("data.category.products.nodes.id");
  }

  private JsonPath page(GraphQl shopper, String category, String context) {
    JsonPath page =
        shopper.ask(
            "{ category(handle: \"%s\", context: {%s}) { products { nodes { id } decision { id basis } } } }"
                .formatted(category, context));
    assertThat(page.getList("data.category.products.nodes.id"))
        .as(page.prettify())
        .hasSize(PRODUCTS);
    return page;
  }

  /** Clicks what stands at a place, from 1. */
  private static void click(GraphQl shopper, JsonPath page, int place) {
    tell(
        shopper,
        "type: PRODUCT_CLICKED, product: \"%s\", decisionId: \"%s\""
            .formatted(
                page.getString("data.category.products.nodes[" + (place - 1) + "].id"),
                page.getString("data.category.products.decision.id")));
  }

  private String last() {
    return shown.get(PRODUCTS - 1);
  }

  private String ask(String rule) {
    String scope = "scope: {placements: [CATEGORY], campaigns: [\"" + run + "\"]";
    return ("{ ruleImpact(most: 10000, draft: {id: \"im-draft\", title: \"D\", %s}) { decisions"
            + " read leftOut { notShoppers unrepeatable withoutSetting } shoppers touched"
            + " changed rising falling entering leaving moves { id kind shownBefore shownAfter"
            + " placeBefore placeAfter attentionBefore attentionAfter } brands { of before"
            + " after } categories { of before after } clicks { difference { value low high } }"
            + " revenue { before { value low high } difference { value low high } } margin {"
            + " before { value } difference { value low high } } currencyCode marginCoverage"
            + " takes conflicts { rule } assumptions } }")
        .formatted(
            rule.contains("scope:")
                ? rule.replace("scope: {", scope + ", ")
                : rule + ", " + scope + "}");
  }

  private JsonPath impact(String rule) {
    JsonPath answer = merchant.ask(ask(rule));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    answer.setRootPath("data.ruleImpact");
    return answer;
  }

  private static String find(String id, String what) {
    return "moves.find { it.id == '" + id + "' }." + what;
  }

  @Test
  void aPinLiftsWhatItPinsAndPushesTheOthersDown() {
    // most who look take what stands first, so that places differ
    for (int i = 0; i < 3 * SHOPPERS; i++) {
      GraphQl one = GraphQl.visitor(run + "-crowd-" + i);
      click(one, page(one, run + "x", ""), 1);
    }
    JsonPath impact = impact("pin: {position: 1}, subjects: [\"" + last() + "\"]");
    assertThat(impact.getInt("touched")).isEqualTo(SHOPPERS);
    assertThat(impact.getInt("changed")).isEqualTo(SHOPPERS);
    assertThat(impact.getString(find(last(), "kind"))).isEqualTo("RISES");
    assertThat(impact.getDouble(find(last(), "placeBefore"))).isEqualTo(PRODUCTS);
    assertThat(impact.getDouble(find(last(), "placeAfter"))).isEqualTo(1);
    assertThat(impact.getDouble(find(last(), "attentionAfter"))).isEqualTo(SHOPPERS);
    assertThat(impact.getInt("rising")).isEqualTo(1);
    assertThat(impact.getInt("falling")).isEqualTo(PRODUCTS - 1);
    assertThat(impact.getDouble(find(shown.get(0), "placeAfter"))).isEqualTo(2);
    assertThat(impact.getInt("takes")).isGreaterThanOrEqualTo(SHOPPERS);
    assertThat(impact.getDouble("clicks.difference.value")).isPositive();
    assertThat(impact.getString("currencyCode")).isEqualTo("USD");
    assertThat(impact.getDouble("revenue.difference.low"))
        .isLessThanOrEqualTo(impact.getDouble("revenue.difference.value"));
    assertThat(impact.getDouble("revenue.difference.high"))
        .isGreaterThanOrEqualTo(impact.getDouble("revenue.difference.value"));
  }

  @Test
  void aHideTakesAwayWhatItEarnsAndItsMarginAsFarAsCostsAreKnown() {
    JsonPath impact = impact("hide: true, subjects: [\"" + shown.get(0) + "\"]");
    assertThat(impact.getInt("changed")).isEqualTo(SHOPPERS);
    assertThat(impact.getString(find(shown.get(0), "kind"))).isEqualTo("LEAVES");
    assertThat(impact.getInt(find(shown.get(0), "shownBefore"))).isEqualTo(SHOPPERS);
    assertThat(impact.getInt("leaving")).isEqualTo(1);
    assertThat(impact.getInt("rising")).isEqualTo(PRODUCTS - 1);
    double revenue = impact.getDouble("revenue.difference.value");
    assertThat(revenue).isNegative();
    assertThat(impact.getDouble("margin.difference.value"))
        .isCloseTo(.6 * revenue, within(-1e-4 * revenue));
    assertThat(impact.getDouble("marginCoverage")).isPositive().isLessThanOrEqualTo(1);
    assertThat(impact.getDouble("clicks.difference.low")).isNegative();
  }

  @Test
  void aBuryMovesABrandsShareToTheOthers() {
    JsonPath impact =
        impact("bury: {factor: \"50\"}, condition: \"product.brand == '" + run + " even'\"");
    assertThat(impact.getInt("touched")).isEqualTo(SHOPPERS);
    String even = "brands.find { it.of == '" + run + " even' }.";
    String odd = "brands.find { it.of == '" + run + " odd' }.";
    assertThat(impact.getDouble(even + "after")).isLessThan(impact.getDouble(even + "before"));
    assertThat(impact.getDouble(odd + "after")).isGreaterThan(impact.getDouble(odd + "before"));
    String category = "categories.find { it.of == '" + run + "' }.";
    assertThat(impact.getDouble(category + "after"))
        .isCloseTo(impact.getDouble(category + "before"), within(1e-9));
  }

  @Test
  void asksShoppersAsTheyWereThen() {
    tell(shopper(0), "type: CART_ADDED, quantity: 1, product: \"" + product(3) + "\"");
    String filled =
        "hide: true, subjects: [\"" + last() + "\"], condition: \"shopper.cart_items > 0\"";
    assertThat(impact(filled).getInt("touched")).isZero();
    look(shopper(0));
    assertThat(impact(filled).getInt("touched")).isEqualTo(1);
    assertThat(impact("hide: true, subjects: [\"" + last() + "\"]").getInt("touched"))
        .isEqualTo(SHOPPERS + 1);
  }

  @Test
  void whoIsHeldOutGetsWhatIsForEverybodyAndNothingForTheirTaste() {
    int looks = 6;
    int held = 0;
    Lab lab = new Lab();
    try {
      lab.start(
          run + "-held",
          "surfaces: [CATEGORY], markets: [\"TV\"], variants: [{key: \"control\", weight: 30,"
              + " treatment: CONTROL}, {key: \"personal\", weight: 1, treatment: PERSONALIZED}]");
      for (int i = 0; i < looks; i++) {
        JsonPath page =
            page(
                GraphQl.visitor(run + "-tv-" + i),
                run,
                "country: \"TV\", campaign: {name: \"" + run + "\"}");
        held += page.getString("data.category.products.decision.basis").equals("CONTROL") ? 1 : 0;
      }
    } finally {
      lab.close();
    }
    assertThat(held).isPositive();
    String subject = "subjects: [\"" + last() + "\"], scope: {markets: [\"TV\"]}";
    String personal = ", condition: \"shopper.orders >= 0\"";
    assertThat(impact("boost: {factor: \"90\"}, " + subject).getInt("touched")).isEqualTo(looks);
    assertThat(impact("boost: {factor: \"90\"}, " + subject + personal).getInt("touched"))
        .isEqualTo(looks - held);
    assertThat(impact("hide: true, " + subject + personal).getInt("touched")).isEqualTo(looks);
  }

  @Test
  void leavesOutBotsAndOtherCampaigns() {
    int before = impact("hide: true, subjects: [\"" + last() + "\"]").getInt("leftOut.notShoppers");
    GraphQl.visitor(run + "-bot")
        .with("User-Agent", "Googlebot/2.1")
        .ask(
            "{ category(handle: \"%s\", context: {campaign: {name: \"%s\"}}) { products { totalCount"
                    .formatted(run, run)
                + " } } }");
    GraphQl.visitor(run + "-other")
        .ask("{ category(handle: \"" + run + "\") { products { totalCount } } }");
    JsonPath impact = impact("hide: true, subjects: [\"" + last() + "\"]");
    assertThat(impact.getInt("leftOut.notShoppers")).isEqualTo(before + 1);
    assertThat(impact.getInt("touched")).isEqualTo(SHOPPERS);
    assertThat(impact.getInt("leftOut.unrepeatable")).isZero();
  }

  @Test
  void knowsWhatWasSearchedFor() {
    String query = "thing " + run;
    shopper(1).ask("{ search(query: \"" + query + "\") { totalCount } }");
    String hide =
        "{ ruleImpact(most: 10000, draft: {id: \"im-draft\", title: \"D\", hide: true, subjects:"
            + " [\"%s\"], scope: {placements: [SEARCH], queries: [\"%s\"]}}) { touched changed } }";
    assertThat(
            merchant
                .ask(hide.formatted(last(), query.toUpperCase(java.util.Locale.ROOT)))
                .getInt("data.ruleImpact.touched"))
        .isEqualTo(1);
    assertThat(
            merchant
                .ask(hide.formatted(last(), "another " + run))
                .getInt("data.ruleImpact.touched"))
        .isZero();
  }

  @Test
  void takesASavedDraftAndLeavesNothingBehind() {
    String id = run + "-rule";
    merchant.ask(
        ("mutation { saveRule(expectedVersion: 0, rule: {id: \"%s\", title: \"L\", pin: {position:"
                + " 2}, subjects: [\"%s\"], scope: {placements: [CATEGORY], campaigns: [\"%s\"],"
                + " startsAt: \"2040-01-01T00:00\"}}) { rule { version } } }")
            .formatted(id, last(), run));
    JsonPath impact =
        merchant.ask("{ ruleImpact(saved: \"" + id + "\", most: 10000) { touched assumptions } }");
    assertThat(impact.getInt("data.ruleImpact.touched")).as(impact.prettify()).isEqualTo(SHOPPERS);
    assertThat(look(shopper(2)).get(PRODUCTS - 1)).isEqualTo(last());
    JsonPath gone =
        merchant.ask(
            "mutation { archiveRule(id: \""
                + id
                + "\", expectedVersion: 1) { version live { title } draft { title } } }");
    assertThat(gone.getInt("data.archiveRule.version")).isEqualTo(2);
    assertThat(gone.<Object>get("data.archiveRule.live")).isNull();
    assertThat(gone.<Object>get("data.archiveRule.draft")).isNull();
  }

  @Test
  void readsTheSameSampleOfManyDecisions() {
    String sampled =
        ask("hide: true, subjects: [\"" + last() + "\"]").replace("most: 10000", "most: 3");
    JsonPath once = merchant.ask(sampled);
    assertThat(once.getInt("data.ruleImpact.read")).as(once.prettify()).isEqualTo(3);
    assertThat(once.getInt("data.ruleImpact.decisions")).isGreaterThanOrEqualTo(SHOPPERS);
    assertThat(once.getList("data.ruleImpact.assumptions"))
        .anyMatch(said -> said.toString().startsWith("A sample was read: 3 of "));
    assertThat(merchant.ask(sampled).prettify()).isEqualTo(once.prettify());
  }

  @Test
  void isForMerchandisersAndRefusesWhatMakesNoSense() {
    String hide = "hide: true, subjects: [\"" + last() + "\"]";
    assertThat(GraphQl.nobody().refusal(ask(hide))).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("im-analyst", "analyst").refusal(ask(hide)))
        .isEqualTo("FORBIDDEN");
    assertThat(merchant.refusal("{ ruleImpact { touched } }")).isEqualTo("INVALID_VALUE");
    assertThat(merchant.refusal(ask(hide).replace("most: 10000", "most: 10001")))
        .isEqualTo("INVALID_VALUE");
    assertThat(merchant.refusal(ask(hide).replace("most: 10000", "days: 31")))
        .isEqualTo("INVALID_VALUE");
    assertThat(merchant.refusal("{ ruleImpact(saved: \"im-none\") { touched } }"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(merchant.refusal(ask("hide: true, condition: \"product.nothing\"")))
        .isEqualTo("INVALID_EXPRESSION");
    assertThat(merchant.refusal(ask("hide: true, subjects: [\"gid://attune/Product/im-none\"]")))
        .isEqualTo("UNKNOWN_ID");
  }
}
