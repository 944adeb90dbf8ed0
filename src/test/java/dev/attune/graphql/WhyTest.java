package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.events.Identifier;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every decision can be explained: to its shopper what and why, to operators how. */
@QuarkusTest
class WhyTest {
  @Inject ModelRegistry models;
  @Inject VisitorTokens visitors;

  @BeforeEach
  void openTheShop() {
    TestShop shop = new TestShop();
    for (int i = 1; i <= 5; i++) {
      shop.product("why-" + i, "Whyhats", "Felt");
    }
    shop.soldOut("why-gone", "Whyhats", "Felt").open();
  }

  @Test
  void tellsItsShopperWhatWhenAndWhy() {
    GraphQl shopper = GraphQl.visitor("why-shopper");
    String id = heroDecision(shopper, "why-1");
    JsonPath decision =
        shopper.ask(
            "{ decision(id: \"%s\") { slot basis decidedAt degraded reasons { code text } answer {"
                    .formatted(id)
                + " __typename id } } }");
    assertThat(decision.getString("data.decision.slot")).isEqualTo("hero");
    assertThat(decision.getString("data.decision.basis")).isEqualTo("SESSION");
    assertThat(decision.getString("data.decision.reasons[0].code")).isEqualTo("THIS_VISIT");
    assertThat(decision.getString("data.decision.answer[0].__typename")).isEqualTo("Hero");
  }

  @Test
  void tellsNobodyElse() {
    String id = heroDecision(GraphQl.visitor("why-owner"), "why-2");
    String query = "{ decision(id: \"" + id + "\") { slot } }";
    assertThat(GraphQl.visitor("why-other").refusal(query)).isEqualTo("UNKNOWN_ID");
    assertThat(GraphQl.nobody().refusal(query)).isEqualTo("UNKNOWN_ID");
  }

  @Test
  void tellsWhoeverProvesNoLessThanItWasMadeWith() {
    GraphQl device = GraphQl.visitor("why-device");
    String before = heroDecision(device, "why-1");
    GraphQl customer = device.signedIn("why-customer");
    customer.ask("mutation { identify { id } }");
    String after = heroDecision(customer, "why-2");
    String query = "{ decision(id: \"%s\") { slot } }";
    assertThat(customer.ask(query.formatted(before)).getString("data.decision.slot"))
        .isEqualTo("hero");
    assertThat(customer.ask(query.formatted(after)).getString("data.decision.slot"))
        .isEqualTo("hero");
    String token =
        visitors.issue(
            Identifier.visitor("why-device"), Identifier.customer("why-customer"), Instant.now());
    assertThat(GraphQl.visitor(token).refusal(query.formatted(after))).isEqualTo("UNKNOWN_ID");
    assertThat(device.refusal(query.formatted(after))).isEqualTo("UNKNOWN_ID");
  }

  @Test
  void showsTheTraceToOperatorsOnly() {
    models.train();
    GraphQl shopper = GraphQl.visitor("why-trace");
    shopper.views("why-1", "why-2");
    JsonPath rail =
        shopper.ask(
            "{ recommendations(placement: PRODUCT_SIMILAR, product: \"why-1\") { decision { id }"
                + " items { product { id } } } }");
    String id = rail.getString("data.recommendations.decision.id");
    String query =
        "{ decision(id: \"%s\") { candidates(first: 100) { totalCount nodes { node { id } position score"
                .formatted(id)
            + " scores { model score weight } verdicts { step kept reason } } } versions { catalog"
            + " models policy } replay { same differences } } }";
    assertThat(shopper.refusal(query)).isEqualTo("FORBIDDEN");
    JsonPath trace = analyst().ask(query);
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
    List<Map<String, Object>> candidates = trace.getList("data.decision.candidates.nodes");
    assertThat(candidates).isNotEmpty();
    assertThat(candidates.get(0).get("position")).isEqualTo(1);
    assertThat(trace.getList("data.decision.candidates.nodes.verdicts.reason.flatten()"))
        .contains("out of stock");
    assertThat(trace.getString("data.decision.versions.catalog")).isNotBlank();
  }

  @Test
  void refusesEverybodyWithoutTheRoleInTheSameWords() {
    String heroes = "{ heroes { id } }";
    String save =
        "mutation { saveHero(expectedVersion: 0, hero: {id: \"w\", headline: \"W\", link: \"/\"}) {"
            + " id } }";
    String asNobody = GraphQl.nobody().ask(heroes).getString("errors[0].message");
    assertThat(GraphQl.nobody().refusal(heroes)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("why-c").ask(heroes).getString("errors[0].message"))
        .isEqualTo(asNobody);
    assertThat(analyst().ask(save).getString("errors[0].message")).isEqualTo(asNobody);
  }

  @Test
  void keepsOneOfTwoMerchantsWhoWriteTheSameHero() {
    GraphQl merchant = GraphQl.nobody().signedIn("why-merchant", "merchandiser");
    String save =
        "mutation { saveHero(expectedVersion: %d, hero: {id: \"why-hero\", headline: \"%s\", link:"
            + " \"/c/whyhats\", category: \"whyhats\", campaign: \"why-campaign\"}) { version } }";
    assertThat(merchant.ask(save.formatted(0, "First")).getInt("data.saveHero.version"))
        .isEqualTo(1);
    assertThat(merchant.ask(save.formatted(1, "Second")).getInt("data.saveHero.version"))
        .isEqualTo(2);
    assertThat(merchant.refusal(save.formatted(1, "Late"))).isEqualTo("STALE_VERSION");
    String context = "context: {campaign: {name: \"why-campaign\"}}";
    assertThat(
            GraphQl.visitor("why-campaign-visitor")
                .ask("{ home(" + context + ") { hero { headline } } }")
                .getString("data.home.hero.headline"))
        .isEqualTo("Second");
  }

  private static String heroDecision(GraphQl shopper, String product) {
    shopper.views(product);
    return shopper
        .ask("{ home { hero { decision { id } } } }")
        .getString("data.home.hero.decision.id");
  }

  private static GraphQl analyst() {
    return GraphQl.nobody().signedIn("why-analyst", "analyst");
  }
}
