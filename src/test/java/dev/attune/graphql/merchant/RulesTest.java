package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Write;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Merchants' rules over HTTP; every rule is for a campaign of its test, so that none is disturbed.
 */
@QuarkusTest
class RulesTest {
  private static final String SAVE =
      "mutation { saveRule(expectedVersion: %d, publish: %s, rule: {id: \"%s\", title: \"A rule\","
          + " %s}) { rule { version live { kind } draft { kind } } conflicts { rule kind message }"
          + " } }";

  private final List<String> written = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();
  @Inject MerchandiseStore store;

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("rl-a", "Rlshop", "Aar")
        .product("rl-b", "Rlshop", "Aar")
        .product("rl-c", "Rlshop", "Bex")
        .product("rl-d", "Rlshop", "Bex")
        .product("rl-other", "Rlother", "Bex")
        .unpriced("rl-unpriced", "Rlshop", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("rl-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    for (String id : written) {
      int version = version(id);
      merchant.ask(
          "mutation { archiveRule(id: \"%s\", expectedVersion: %d) { id } }"
              .formatted(id, version));
    }
  }

  private int version(String id) {
    JsonPath rule = merchant.ask("{ rule(id: \"" + id + "\") { version } }");
    return rule.get("data.rule") == null ? 0 : rule.getInt("data.rule.version");
  }

  private JsonPath save(String id, String rule) {
    written.add(id);
    return merchant.ask(SAVE.formatted(version(id), true, id, rule));
  }

  private void saved(String id, String rule) {
    JsonPath answer = save(id, rule);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private static String id(String product) {
    return "\"gid://attune/Product/" + product + "\"";
  }

  private static JsonPath category(String campaign) {
    return category(campaign, "rlshop");
  }

  private static JsonPath category(String campaign, String handle) {
    return GraphQl.visitor("rl-shopper")
        .ask(
            "{ category(handle: \""
                + handle
                + "\", context: {campaign: {name: \""
                + campaign
                + "\"}}) { products { totalCount nodes { handle } decision { id basis reasons {"
                + " code } } } } }");
  }

  private static List<String> order(String campaign) {
    return category(campaign).getList("data.category.products.nodes.handle");
  }

  private static List<String> order(String campaign, String category) {
    return category(campaign, category).getList("data.category.products.nodes.handle");
  }

  private static String handle(String product) {
    return "the-" + product + "-thing";
  }

  @Test
  void pinsAProductToItsPlaceAndSaysWhichRuleDid() {
    String plain = order("rl-none").get(3).replace("the-", "").replace("-thing", "");
    saved(
        "rl-pin",
        "pin: {position: 1}, subjects: [%s], scope: {campaigns: [\"rl-pin\"], placements: [CATEGORY]}"
            .formatted(id(plain)));
    JsonPath page = category("rl-pin");
    assertThat(page.getList("data.category.products.nodes.handle").get(0)).isEqualTo(handle(plain));
    assertThat(page.getString("data.category.products.decision.basis")).isEqualTo("MERCHANDISED");
    JsonPath trace =
        merchant.ask(
            "{ decision(id: \""
                + page.getString("data.category.products.decision.id")
                + "\") { candidates(first: 1) { nodes { position verdicts { step reason rule } } }"
                + " replay { same } } }");
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
    assertThat(trace.getList("data.decision.candidates.nodes[0].verdicts.rule")).contains("rl-pin");
    assertThat(order("rl-none").get(0)).isNotEqualTo(handle(plain));
  }

  @Test
  void bringsAPinnedProductInThatNothingElseDrewButNoneWithoutAPrice() {
    saved(
        "rl-bring",
        "pin: {position: 2}, subjects: [%s, %s], scope: {campaigns: [\"rl-bring\"]}"
            .formatted(id("rl-unpriced"), id("rl-other")));
    assertThat(order("rl-bring").get(2)).isEqualTo(handle("rl-other"));
    assertThat(order("rl-bring")).doesNotContain(handle("rl-unpriced")).hasSize(5);
    JsonPath home =
        GraphQl.visitor("rl-home")
            .ask(
                "{ home(context: {campaign: {name: \"rl-bring\"}}) { rails(first: 1) { items {"
                    + " product { handle } reasons { code } } } } }");
    assertThat(home.getList("data.home.rails[0].items.product.handle"))
        .contains(handle("rl-other"));
    JsonPath search =
        GraphQl.visitor("rl-home")
            .ask(
                "{ search(query: \"rl-a\", context: {campaign: {name: \"rl-bring\"}}) { nodes {"
                    + " handle } } }");
    assertThat(search.getList("data.search.nodes.handle")).contains(handle("rl-other"));
  }

  @Test
  void boostsBuriesHidesAndLimitsByCondition() {
    saved(
        "rl-boost",
        "boost: {factor: \"20\"}, condition: \"product.brand == 'Bex'\", scope: {campaigns:"
            + " [\"rl-boost\"]}");
    assertThat(order("rl-boost").subList(0, 2))
        .containsExactlyInAnyOrder(handle("rl-c"), handle("rl-d"));
    saved(
        "rl-bury",
        "bury: {factor: \"20\"}, condition: \"product.brand == 'Bex'\", scope: {campaigns:"
            + " [\"rl-bury\"]}");
    assertThat(order("rl-bury").subList(2, 4))
        .containsExactlyInAnyOrder(handle("rl-c"), handle("rl-d"));
    saved(
        "rl-hide",
        "hide: true, subjects: [%s], scope: {campaigns: [\"rl-hide\"]}".formatted(id("rl-c")));
    assertThat(order("rl-hide")).doesNotContain(handle("rl-c")).hasSize(3);
    assertThat(category("rl-hide").getInt("data.category.products.totalCount")).isEqualTo(3);
    saved(
        "rl-limit",
        "limit: {most: 1, per: BRAND}, scope: {campaigns: [\"rl-limit\"], placements: [CATEGORY]}");
    List<String> limited = order("rl-limit");
    assertThat(limited).hasSize(4);
    assertThat(limited.subList(0, 2)).containsAnyOf(handle("rl-a"), handle("rl-b"));
    assertThat(limited.subList(0, 2)).containsAnyOf(handle("rl-c"), handle("rl-d"));
  }

  @Test
  void weighsWhatTheShopEarnsInOneScopeAlone() {
    new TestShop()
        .priced("rl-rich", "Rlmargin", "20.00 USD", "", "2.00 USD", 50)
        .priced("rl-even", "Rlmargin", "20.00 USD", "", "10.00 USD", 50)
        .priced("rl-poor", "Rlmargin", "20.00 USD", "", "19.00 USD", 50)
        .open();
    String weigh = "weigh: {margin: \"%s\"}, scope: {campaigns: [\"%s\"]}";
    saved("rl-weigh", weigh.formatted("1", "rl-earn"));
    saved("rl-against", weigh.formatted("-1", "rl-spend"));
    assertThat(order("rl-earn", "rlmargin"))
        .containsExactly(handle("rl-rich"), handle("rl-even"), handle("rl-poor"));
    assertThat(order("rl-spend", "rlmargin"))
        .containsExactly(handle("rl-poor"), handle("rl-even"), handle("rl-rich"));
    JsonPath read = merchant.ask("{ rule(id: \"rl-weigh\") { live { kind weights { margin } } } }");
    assertThat(read.getString("data.rule.live.kind")).isEqualTo("WEIGH");
    assertThat(read.getDouble("data.rule.live.weights.margin")).isEqualTo(1.0);
  }

  @Test
  void fillsAPlaceWithTheBestOfACollection() {
    String collection = "rl-col-" + UUID.randomUUID();
    store
        .save(
            Kind.COLLECTION,
            new ProductCollection(
                collection, collection, "Ours", List.of("rl-unpriced", "rl-other"), 0),
            new Write(0, "a test", Instant.EPOCH))
        .await()
        .indefinitely();
    saved(
        "rl-fill",
        "fill: {position: 2, collection: \"%s\"}, scope: {campaigns: [\"rl-fill\"]}"
            .formatted(collection));
    assertThat(order("rl-fill").get(1)).isEqualTo(handle("rl-other"));
    assertThat(order("rl-fill")).hasSize(5);
    assertThat(order("rl-none")).doesNotContain(handle("rl-other"));
    JsonPath read = merchant.ask("{ rule(id: \"rl-fill\") { live { kind position collection } } }");
    assertThat(read.getString("data.rule.live.kind")).isEqualTo("FILL");
    assertThat(read.getString("data.rule.live.collection")).isEqualTo(collection);
    refuses("fill: {position: 2, collection: \"rl-nowhere\"}", "rule.fill.collection");
    refuses(
        "fill: {position: 101, collection: \"%s\"}".formatted(collection), "rule.fill.position");
  }

  @Test
  void keepsADraftFromShoppersUntilItIsPublishedAndRollsBack() {
    written.add("rl-draft");
    String pin = "pin: {position: 1}, subjects: [%s], scope: {campaigns: [\"rl-draft\"]}";
    int version = version("rl-draft");
    String other = pin.formatted(id("rl-other"));
    JsonPath draft = merchant.ask(SAVE.formatted(version, false, "rl-draft", other));
    assertThat(draft.getString("data.saveRule.rule.draft.kind")).isEqualTo("PIN");
    assertThat(draft.getString("data.saveRule.rule.live")).isNull();
    assertThat(order("rl-draft")).doesNotContain(handle("rl-other"));
    String publish =
        "mutation { publishRule(id: \"rl-draft\", expectedVersion: %d) { rule { version } } }";
    int published =
        merchant
            .ask(publish.formatted(version("rl-draft")))
            .getInt("data.publishRule.rule.version");
    assertThat(order("rl-draft")).contains(handle("rl-other"));
    saved(
        "rl-draft",
        "hide: true, subjects: [%s], scope: {campaigns: [\"rl-draft\"]}".formatted(id("rl-a")));
    assertThat(order("rl-draft")).doesNotContain(handle("rl-other"), handle("rl-a"));
    merchant.ask(
        "mutation { rollbackRule(id: \"rl-draft\", toVersion: %d, expectedVersion: %d) { rule { id } } }"
            .formatted(published, version("rl-draft")));
    assertThat(order("rl-draft")).contains(handle("rl-other"), handle("rl-a"));
    assertThat(
            merchant
                .ask("{ rule(id: \"rl-draft\") { history { what who rule { version } } } }")
                .getList("data.rule.history.what"))
        .startsWith("rule.published", "rule.published", "rule.published", "rule.saved");
  }

  @Test
  void refusesAStaleVersionAndNamesBoth() {
    saved(
        "rl-stale",
        "hide: true, subjects: [%s], scope: {campaigns: [\"x\"]}".formatted(id("rl-a")));
    int version = version("rl-stale");
    JsonPath stale =
        merchant.ask(
            SAVE.formatted(
                version + 3, true, "rl-stale", "hide: true, subjects: [" + id("rl-a") + "]"));
    assertThat(stale.getString("errors[0].extensions.code")).isEqualTo("STALE_VERSION");
    assertThat(stale.getString("errors[0].message"))
        .contains("version " + version, "not " + (version + 3));
    assertThat(stale.getInt("errors[0].extensions.presentVersion")).isEqualTo(version);
    assertThat(stale.getInt("errors[0].extensions.expectedVersion")).isEqualTo(version + 3);
  }

  @Test
  void pointsAtTheColumnOfAWrongCondition() {
    JsonPath wrong = save("rl-wrong", "hide: true, condition: \"product.brand == 3\"");
    assertThat(wrong.getString("errors[0].extensions.code")).isEqualTo("INVALID_EXPRESSION");
    assertThat(wrong.getString("errors[0].extensions.field")).isEqualTo("rule.condition");
    assertThat(wrong.getInt("errors[0].extensions.column")).isEqualTo(15);
    JsonPath unknown = save("rl-wrong", "hide: true, condition: \"true && product.prize < 3.0\"");
    assertThat(unknown.getString("errors[0].extensions.code")).isEqualTo("INVALID_EXPRESSION");
    assertThat(unknown.getInt("errors[0].extensions.column")).isEqualTo(9);
    assertThat(unknown.getString("errors[0].message"))
        .contains("There is no product.prize", "product.price");
    String nested =
        "product.tags.exists(a, product.tags.exists(b, product.tags.exists(c, a == b && b == c)))";
    JsonPath costly = save("rl-wrong", "hide: true, condition: \"" + nested + "\"");
    assertThat(costly.getString("errors[0].message")).contains("steps");
    assertThat(costly.getString("errors[0].extensions.code")).isEqualTo("INVALID_EXPRESSION");
  }

  @Test
  void refusesWhatMakesNoSenseWithItsField() {
    refuses("boost: {factor: \"1e999\"}, condition: \"true\"", "rule.boost.factor");
    refuses("boost: {factor: \"0.5\"}, condition: \"true\"", "rule.boost.factor");
    refuses("weigh: {margin: \"7\"}", "rule.weigh.margin");
    refuses("weigh: {newness: \"-1e999\"}", "rule.weigh.newness");
    refuses("limit: {most: 0}", "rule.limit.most");
    refuses("hide: true, priority: 101, condition: \"false\"", "rule.priority");
    refuses("hide: true, condition: \"false\", scope: {markets: [\"QQ\"]}", "rule.scope.markets");
    refuses("hide: true, condition: \"false\", scope: {fromHour: 3}", "rule.scope.toHour");
    refuses(
        "hide: true, condition: \"false\", scope: {segments: [\"rl-nobody\"]}",
        "rule.scope.segments");
    refuses("weigh: {stockCover: \"NaN\"}", "rule.weigh.stockCover");
    refuses("bury: {factor: \"Infinity\"}, condition: \"true\"", "rule.bury.factor");
    refuses("pin: {position: 0}, subjects: [" + id("rl-a") + "]", "rule.pin.position");
    refuses("hide: true, boost: {factor: \"2\"}", "rule");
    refuses(
        "hide: true, subjects: ["
            + id("rl-a")
            + "], scope: {startsAt: \"2026-02-01T00:00\", endsAt: \"2026-01-01T00:00\", timeZone:"
            + " \"Europe/Berlin\"}",
        "rule.scope.endsAt");
    refuses(
        "hide: true, subjects: [" + id("rl-a") + "], scope: {timeZone: \"Mars\"}",
        "rule.scope.timeZone");
    refuses("hide: true, subjects: [" + id("rl-nowhere") + "]", "rule.subjects");
    JsonPath whole = save("rl-all", "hide: true, scope: {categories: [\"rlshop\"]}");
    assertThat(whole.getString("errors[0].extensions.code")).isEqualTo("RULE_HIDES_PAGE");
    assertThat(whole.getString("errors[0].message")).contains("0 of 4 products in rlshop");
  }

  private void refuses(String rule, String field) {
    JsonPath refused = save("rl-refused", rule);
    assertThat(refused.getString("errors[0].extensions.field"))
        .as(rule + refused.prettify())
        .isEqualTo(field);
  }

  @Test
  void reportsConflictsWhenARuleIsSaved() {
    String pin = "pin: {position: 1}, subjects: [%s], scope: {campaigns: [\"rl-clash\"]}";
    saved("rl-clash-1", pin.formatted(id("rl-a")));
    JsonPath clash = save("rl-clash-2", "priority: 60, " + pin.formatted(id("rl-b")));
    assertThat(clash.getList("data.saveRule.conflicts.rule")).containsExactly("rl-clash-1");
    assertThat(clash.getString("data.saveRule.conflicts[0].kind")).isEqualTo("SAME_PLACE");
    assertThat(clash.getString("data.saveRule.conflicts[0].message"))
        .contains("rl-clash-2 gets it");
    assertThat(order("rl-clash").subList(0, 2)).containsExactly(handle("rl-b"), handle("rl-a"));
    JsonPath hide =
        save(
            "rl-clash-3",
            "hide: true, condition: \"product.id == 'rl-a'\", scope: {campaigns: [\"rl-clash\"]}");
    assertThat(hide.getString("data.saveRule.conflicts[0].kind")).isEqualTo("HIDDEN_PLACE");
    assertThat(order("rl-clash")).doesNotContain(handle("rl-a"));
  }

  @Test
  void refusesEverybodyWithoutTheRoleInTheSameWords() {
    String save = SAVE.formatted(0, true, "rl-no", "hide: true, condition: \"nonsense(\"");
    GraphQl analyst = GraphQl.nobody().signedIn("rl-analyst", "analyst");
    String message = analyst.ask(save).getString("errors[0].message");
    assertThat(analyst.refusal(save)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.visitor("rl-shopper").ask(save).getString("errors[0].message"))
        .isEqualTo(message);
    assertThat(GraphQl.nobody().refusal("{ rules { totalCount } }")).isEqualTo("FORBIDDEN");
    assertThat(
            analyst
                .ask("{ rules { totalCount precedence } }")
                .getString("data.rules.precedence[0]"))
        .isEqualTo("HIDE");
  }
}
