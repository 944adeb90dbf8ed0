package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who buys often and somebody whom a sale brought here for the first time. */
@QuarkusTest
class ShopperStandingTest {
  private static final String HOME =
      "{ home%s { offers(first: 50) { id } categoryOrder(first: 100) { categories { handle } } }"
          + " product(id: \"gid://attune/Product/std-skate-1\") { badges { code } } }";

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShopAndOffer() {
    TestShop shop = new TestShop();
    for (int i = 1; i <= 4; i++) {
      shop.product("std-skate-" + i, "Stdskates > Blades", "Edge");
      shop.product("std-hat-" + i, "Stdhats > Wool", "Warm");
    }
    shop.open();
    desk().ask(offer("std-thanks", "BUYER"));
    desk().ask(offer("std-hello", "NEW"));
  }

  @AfterEach
  void offerNoMore() {
    desk().ask("mutation { archiveOffer(id: \"std-thanks\", expectedVersion: 1) { id } }");
    desk().ask("mutation { archiveOffer(id: \"std-hello\", expectedVersion: 1) { id } }");
  }

  @Test
  void seeOtherBadgesOffersAndCategories() {
    for (int i = 1; i <= 10; i++) {
      order(i);
    }
    JsonPath vip = GraphQl.visitor("std-phone").signedIn("std-vip").ask(HOME.formatted(""));
    JsonPath first =
        GraphQl.visitor("std-newcomer")
            .ask(
                HOME.formatted(
                    "(context: {campaign: {source: \"m\", medium: \"cpc\", name:"
                        + " \"stdhats-sale\"}})"));
    assertThat(offers(vip)).contains("gid://attune/Offer/std-thanks");
    assertThat(offers(vip)).doesNotContain("gid://attune/Offer/std-hello");
    assertThat(offers(first)).contains("gid://attune/Offer/std-hello");
    assertThat(offers(first)).doesNotContain("gid://attune/Offer/std-thanks");
    assertThat(top(vip)).isEqualTo("stdskates");
    assertThat(top(first)).isEqualTo("stdhats");
    assertThat(badges(vip)).contains("BUY_AGAIN", "YOUR_BRAND");
    assertThat(badges(first)).doesNotContain("BUY_AGAIN", "YOUR_BRAND");
  }

  @Test
  void goForDearThingsOrForCheapOnes() {
    TestShop shop = new TestShop();
    for (int i = 1; i <= 9; i++) {
      shop.priced("std-lamp-" + i, "Stdlamps > Desk", i + "0.00 USD", "", "1.00 USD", 50);
    }
    shop.open();
    models.train();
    GraphQl saver = GraphQl.visitor("std-saver");
    GraphQl spender = GraphQl.visitor("std-spender");
    String sensitivity = "{ shopper { priceSensitivity } }";
    assertThat(saver.ask(sensitivity).getString("data.shopper.priceSensitivity")).isNull();
    saver.views("std-lamp-1", "std-lamp-2", "std-lamp-1", "std-lamp-3");
    spender.views("std-lamp-8", "std-lamp-9", "std-lamp-7");
    assertThat(saver.ask(sensitivity).getDouble("data.shopper.priceSensitivity"))
        .isBetween(.6, 1.0);
    assertThat(spender.ask(sensitivity).getDouble("data.shopper.priceSensitivity"))
        .isBetween(.0, .4);
  }

  @Test
  void areRemindedByTheirOwnRhythm() {
    new TestShop().product("std-tea-1", "Stdteas > Green", "Leaf").open();
    for (int i = 1; i <= 3; i++) {
      order("often", "std-tea-1", 10 * i);
      order("seldom", "std-tea-1", 10 + 25 * (i - 1));
    }
    String rails =
        "{ home { rails(first: 20) { placement items { product { handle } } } }"
            + " product(id: \"gid://attune/Product/std-tea-1\") { badges { code } } }";
    String again =
        "data.home.rails.findAll { it.placement == 'HOME_BUY_AGAIN' }.items.flatten()"
            + ".product.handle";
    JsonPath often = GraphQl.visitor("std-often").signedIn("std-often").ask(rails);
    JsonPath seldom = GraphQl.visitor("std-seldom").signedIn("std-seldom").ask(rails);
    assertThat(often.<String>getList(again)).contains("the-std-tea-1-thing");
    assertThat(badges(often)).contains("BUY_AGAIN");
    assertThat(seldom.<String>getList(again)).doesNotContain("the-std-tea-1-thing");
    assertThat(badges(seldom)).doesNotContain("BUY_AGAIN");
  }

  private static GraphQl desk() {
    return GraphQl.nobody().signedIn("std-desk", "merchandiser");
  }

  private static List<String> offers(JsonPath page) {
    return page.getList("data.home.offers.id");
  }

  private static String top(JsonPath page) {
    return page.getString("data.home.categoryOrder.categories[0].handle");
  }

  private static List<String> badges(JsonPath page) {
    return page.getList("data.product.badges.code");
  }

  private static String offer(String id, String audience) {
    return "mutation { saveOffer(offer: {id: \"%s\", title: \"Less\", audience: %s}, expectedVersion: 0) { id } }"
        .formatted(id, audience);
  }

  private static void order(int number) {
    order("vip", "std-skate-1", 3L * number);
  }

  private static void order(String who, String product, long daysAgo) {
    Sending.secret(
        "track",
        """
        {"messageId": "std-o-%1$s-%3$d", "userId": "std-%1$s",
         "timestamp": "%4$s", "event": "Order Completed", "properties": {"order_id": "std-%1$s-%3$d",
           "revenue": 40, "currency": "USD",
           "products": [{"product_id": "%2$s", "price": 40, "quantity": 1}]}}
        """
            .formatted(who, product, daysAgo, Instant.now().minus(Duration.ofDays(daysAgo))));
  }
}
