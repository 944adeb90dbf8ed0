package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges are decided, recorded and explained as every other choice is. */
@QuarkusTest
class BadgesTest {
  private static final String LIST =
      "{ category(handle: \"bdgcups\"%s) { products { nodes { id badges { code label reason { code"
          + " text } decision { id basis } } } } } }";

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .priced("bdg-few", "Bdgcups", "20.00 USD", "", "8.00 USD", 2)
        .priced("bdg-sale", "Bdgcups", "20.00 USD", "15.00 USD", "8.00 USD", 50)
        .priced("bdg-both", "Bdgcups", "20.00 USD", "15.00 USD", "8.00 USD", 2)
        .open();
  }

  @Test
  void theBadgesOfAListAreOneDecision() {
    JsonPath page = GraphQl.visitor("bdg-one").ask(LIST.formatted(""));
    assertThat(codes(page, "bdg-few")).contains("LOW_STOCK").doesNotContain("PRICE_DROP");
    assertThat(codes(page, "bdg-sale")).contains("PRICE_DROP").doesNotContain("LOW_STOCK");
    assertThat(codes(page, "bdg-both")).containsSubsequence("LOW_STOCK", "PRICE_DROP");
    assertThat(decisions(page)).hasSize(1);
    assertThat(decisions(GraphQl.visitor("bdg-one").ask(LIST.formatted(""))))
        .hasSize(1)
        .doesNotContainAnyElementsOf(decisions(page));
  }

  @Test
  void theRailsOfAPageShareOneDecision() {
    GraphQl shopper = GraphQl.visitor("bdg-rails");
    shopper.views("bdg-few", "bdg-sale");
    JsonPath page =
        shopper.ask("{ home { rails { items { product { badges { decision { id } } } } } } }");
    List<String> ids =
        page.getList("data.home.rails.items.product.badges.decision.id.flatten()", String.class);
    assertThat(Set.copyOf(ids)).hasSize(1);
    assertThat(ids.size()).isGreaterThan(1);
  }

  @Test
  void itsShopperAndOperatorsSeeWhyAndItReplays() {
    GraphQl shopper = GraphQl.visitor("bdg-why");
    String id = decisions(shopper.ask(LIST.formatted(""))).iterator().next();
    String why = "{ decision(id: \"" + id + "\") { slot answer { id } %s } }";
    JsonPath seen = shopper.ask(why.formatted(""));
    assertThat(seen.getString("data.decision.slot")).isEqualTo("badges");
    assertThat(seen.getList("data.decision.answer.id", String.class))
        .contains("gid://attune/ProductBadge/LOW_STOCK/bdg-few");
    JsonPath traced =
        GraphQl.nobody()
            .signedIn("bdg-operator", "analyst")
            .ask(
                why.formatted(
                    "replay { same } candidates { nodes { node { id ... on ProductBadge { code"
                        + " product { id } } } score position scores { model weight } } }"));
    assertThat(traced.getBoolean("data.decision.replay.same")).isTrue();
    assertThat(traced.getList("data.decision.candidates.nodes.node.product.id", String.class))
        .contains("gid://attune/Product/bdg-few");
    assertThat(traced.getList("data.decision.candidates.nodes.position")).doesNotContainNull();
  }

  @Test
  void theySpeakTheShoppersLanguage() {
    JsonPath page = GraphQl.visitor("bdg-de").ask(LIST.formatted(", context: {locale: \"fr\"}"));
    String of = "data.category.products.nodes.find { it.id.endsWith('bdg-sale') }.badges";
    assertThat(page.getString(of + ".find { it.code == 'PRICE_DROP' }.label")).isNotEqualTo("Sale");
    assertThat(page.getString(of + ".find { it.code == 'PRICE_DROP' }.reason.code"))
        .isEqualTo("PRICE_DROP");
  }

  @Test
  void aProductHasRoomForAsManyAsAreAskedFor() {
    JsonPath page =
        GraphQl.visitor("bdg-room")
            .ask(
                "{ product(id: \"gid://attune/Product/bdg-both\") { one: badges(first: 1) { code }"
                    + " all: badges(first: 9) { code } } }");
    assertThat(page.getList("data.product.one.code", String.class)).containsExactly("LOW_STOCK");
    assertThat(page.getList("data.product.all.code", String.class))
        .contains("LOW_STOCK", "PRICE_DROP");
  }

  private static List<String> codes(JsonPath page, String product) {
    return page.getList(
        "data.category.products.nodes.find { it.id.endsWith('/" + product + "') }.badges.code",
        String.class);
  }

  private static Set<String> decisions(JsonPath page) {
    return new LinkedHashSet<>(
        page.getList("data.category.products.nodes.badges.decision.id.flatten()", String.class));
  }
}
