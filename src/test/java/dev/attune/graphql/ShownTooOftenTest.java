package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the storefront says it showed, and what that does to the next page. */
@QuarkusTest
class ShownTooOftenTest {
  private static final String RAIL =
      "{ recommendations(placement: HOME_FOR_YOU, first: 4) { items { product { id } } decision {"
          + " id } } }";

  private static final String HERO = "{ home { hero { id link { path } } } }";

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShopAndLetACrowdLookAround() {
    TestShop shop = new TestShop();
    String[] kayaks = new String[8];
    for (int i = 0; i < 8; i++) {
      kayaks[i] = "often-kayak-" + i;
      shop.product(kayaks[i], "Oftenkayaks > Sea" + i % 4, "Maker " + i);
    }
    shop.product("often-tent-1", "Oftentents > Dome", "Maker 1");
    shop.product("often-tent-2", "Oftentents > Dome", "Maker 2");
    shop.open();
    for (int i = 0; i < 3; i++) {
      GraphQl.visitor("often-crowd-" + i).views(kayaks);
    }
    models.train();
  }

  @Test
  void whatIsShownAgainAndAgainAndNotTakenGivesWay() {
    GraphQl shopper = GraphQl.visitor("often-tired");
    shopper.views("often-kayak-1");
    List<String> before = items(shopper.ask(RAIL));
    String first = before.get(0);
    assertThat(first).contains("often-kayak-");
    shopper.shows(first, 1);
    assertThat(items(shopper.ask(RAIL))).isEqualTo(before);
    shopper.shows(first, 11);
    assertThat(items(shopper.ask(RAIL))).isNotEmpty().first().isNotEqualTo(first);
  }

  @Test
  void whatAListHeldIsNotHeldAgainstIt() {
    GraphQl shopper = GraphQl.visitor("often-browsing");
    shopper.views("often-kayak-1");
    List<String> before = items(shopper.ask(RAIL));
    for (int i = 0; i < 6; i++) {
      Sending.secret(
          "track",
          """
          {"messageId": "often-list-%d", "anonymousId": "often-browsing",
           "event": "Product List Viewed", "properties": {"products": [
             {"product_id": "often-kayak-1"}, {"product_id": "often-kayak-2"},
             {"product_id": "often-kayak-3"}, {"product_id": "often-kayak-4"}]}}
          """
              .formatted(i));
    }
    assertThat(items(shopper.ask(RAIL))).isEqualTo(before);
  }

  @Test
  void aHeroThatIsPassedByGivesWayToOneThatIsLikedAsMuch() {
    GraphQl shopper = GraphQl.visitor("often-passing");
    shopper.views("often-kayak-1", "often-tent-1", "often-kayak-2", "often-tent-2");
    JsonPath landing = shopper.ask(HERO);
    String first = landing.getString("data.home.hero.id");
    assertThat(landing.getString("data.home.hero.link.path"))
        .isIn("/c/oftenkayaks", "/c/oftentents");
    for (int i = 0; i < 8; i++) {
      Sending.secret(
          "track",
          """
          {"messageId": "often-hero-%d", "anonymousId": "often-passing",
           "event": "Promotion Viewed", "properties": {"promotion_id": "%s"}}
          """
              .formatted(i, first));
    }
    JsonPath again = shopper.ask(HERO);
    assertThat(again.getString("data.home.hero.id")).isNotEqualTo(first);
    assertThat(again.getString("data.home.hero.link.path")).isIn("/c/oftenkayaks", "/c/oftentents");
  }

  private static List<String> items(JsonPath page) {
    return page.getList("data.recommendations.items.product.id");
  }
}
