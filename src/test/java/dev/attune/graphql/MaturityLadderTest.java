package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shop can say of somebody grows with what they do. */
@QuarkusTest
class MaturityLadderTest {
  private static final String HOME =
      "{ home%s { hero { link { path } decision { basis reasons { code } } } categoryOrder(first:"
          + " 100) { categories { handle } decision { basis } } } recommendations(placement:"
          + " HOME_FOR_YOU, first: 12%s) { items { product { id } reasons { code } } decision {"
          + " basis } } }";

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShopAndLetACrowdLookAtAllOfIt() {
    TestShop shop = new TestShop();
    String[] oars = new String[6];
    String[] sleds = new String[6];
    for (int i = 0; i < 6; i++) {
      shop.product("ml-oar-" + i, "Mloars > Wood", "Stroke");
      shop.product("ml-sled-" + i, "Mlsleds > Steel", "Frost");
      oars[i] = "ml-oar-" + i;
      sleds[i] = "ml-sled-" + i;
    }
    shop.open();
    for (int i = 0; i < 2; i++) {
      GraphQl.visitor("ml-rower-" + i).views(oars);
      GraphQl.visitor("ml-sledger-" + i).views(sleds);
    }
    models.train();
  }

  @Test
  void aNewcomerGetsWhatEverybodyLikesAndNothingThatClaimsToKnowThem() {
    JsonPath page = GraphQl.visitor("ml-new").ask(HOME.formatted("", ""));
    assertThat(page.getString("data.recommendations.decision.basis")).isEqualTo("POPULAR");
    assertThat(codes(page)).isNotEmpty().containsOnly("POPULAR");
    assertThat(page.getString("data.home.hero.decision.basis")).isNotIn("PERSONALIZED", "SESSION");
    assertThat(page.getString("data.home.categoryOrder.decision.basis"))
        .isNotIn("PERSONALIZED", "SESSION");
  }

  @Test
  void aNewcomerWhoCameByACampaignLandsOnWhatItPromised() {
    String campaign =
        "context: {campaign: {source: \"g\", medium: \"cpc\", name: \"mlsleds-winter\"}}";
    JsonPath page =
        GraphQl.visitor("ml-paid").ask(HOME.formatted("(" + campaign + ")", ", " + campaign));
    assertThat(page.getString("data.home.hero.link.path")).isEqualTo("/c/mlsleds");
    assertThat(page.getList("data.home.hero.decision.reasons.code"))
        .containsExactly("YOUR_CAMPAIGN");
    assertThat(page.getString("data.home.categoryOrder.categories[0].handle")).isEqualTo("mlsleds");
    assertThat(codes(page)).containsOnly("POPULAR");
  }

  @Test
  void afterOneClickTheVisitSpeaks() {
    GraphQl shopper = GraphQl.visitor("ml-click");
    shopper.views("ml-oar-1");
    JsonPath page = shopper.ask(HOME.formatted("", ""));
    assertThat(page.getString("data.home.hero.link.path")).isEqualTo("/c/mloars");
    assertThat(page.getString("data.home.hero.decision.basis")).isEqualTo("SESSION");
    assertThat(page.getString("data.home.categoryOrder.categories[0].handle")).isEqualTo("mloars");
    assertThat(page.getString("data.recommendations.decision.basis")).isEqualTo("SESSION");
    assertThat(page.getString("data.recommendations.items[0].product.id")).contains("ml-oar-");
    assertThat(page.getString("data.recommendations.items[0].reasons[0].code"))
        .isIn("THIS_VISIT", "VIEWED_NEXT");
  }

  @Test
  void aKnownShopperGetsTheVisitAndWhatTheyLikedBefore() {
    String lately = Instant.now().minus(Duration.ofDays(3)).toString();
    for (int i = 0; i < 4; i++) {
      Storefront.of("ml-known").view("ml-known-" + i, "ml-sled-" + i, lately);
    }
    GraphQl shopper = GraphQl.visitor("ml-known");
    JsonPath returned = shopper.ask(HOME.formatted("", ""));
    assertThat(returned.getString("data.recommendations.decision.basis")).isEqualTo("PERSONALIZED");
    assertThat(returned.getString("data.home.categoryOrder.categories[0].handle"))
        .isEqualTo("mlsleds");
    shopper.views("ml-oar-1");
    JsonPath page = shopper.ask(HOME.formatted("", ""));
    assertThat(
            page.getList("data.home.categoryOrder.categories.handle", String.class).subList(0, 2))
        .containsExactlyInAnyOrder("mloars", "mlsleds");
    assertThat(page.getList("data.recommendations.items.product.id", String.class))
        .anyMatch(id -> id.contains("ml-oar-"))
        .anyMatch(id -> id.contains("ml-sled-"));
    assertThat(codes(page))
        .containsAnyOf("THIS_VISIT", "VIEWED_NEXT")
        .containsAnyOf("YOUR_CATEGORY", "YOUR_BRAND", "YOUR_TASTE");
  }

  private static List<String> codes(JsonPath page) {
    return page.getList("data.recommendations.items.reasons.code.flatten()", String.class);
  }
}
