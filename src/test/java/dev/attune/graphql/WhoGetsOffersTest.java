package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.TestShop;
import dev.attune.catalog.health.HealthMonitor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers leave a margin, and go to those who need them. */
@QuarkusTest
class WhoGetsOffersTest {
  private static final String OFFERS =
      "{ home { offers(first: 50) { id decision { id reasons { code } } } } }";
  private static final String HOME =
      "{ home%s { offers(first: 50) { id } categoryOrder(first: 100) { categories { handle } } }"
          + " product(id: \"gid://attune/Product/wgo-few\") { badges(first: 1) { code } } }";

  /** An archived offer keeps its id, so each test has its own. */
  private static int run;

  private static String rich = "";
  private static String thin = "";
  private static String dark = "";

  @Inject HealthMonitor health;

  @BeforeEach
  void openAShopWithRichAndThinMargins() {
    new TestShop()
        .priced("wgo-few", "Wgorich > Lamps", "20.00 USD", "15.00 USD", "2.00 USD", 3)
        .priced("wgo-lamp", "Wgorich > Lamps", "20.00 USD", "", "8.00 USD", 50)
        .priced("wgo-cheap", "Wgorich > Lamps", "20.00 USD", "12.00 USD", "4.00 USD", 50)
        .priced("wgo-tin", "Wgothin > Tins", "20.00 USD", "", "18.00 USD", 50)
        .priced("wgo-box", "Wgodark > Boxes", "20.00 USD", "", "", 50)
        .open();
    health.check();
    run++;
    rich = offer("wgo-rich", "wgorich", .2);
    thin = offer("wgo-thin", "wgothin", .05);
    dark = offer("wgo-dark", "wgodark", .05);
  }

  @AfterEach
  void offerNoMore() {
    for (String id : List.of("wgo-rich", "wgo-thin", "wgo-dark")) {
      archive(id);
    }
  }

  @Test
  void somebodyNewGetsWhatLeavesAMargin() {
    assertThat(offers(GraphQl.visitor("wgo-new").ask(OFFERS)))
        .contains(rich, dark)
        .doesNotContain(thin);
  }

  @Test
  void whoBuysAtTheFullPriceGetsNoneAndOperatorsSeeWhy() {
    order("wgo-full", "wgo-lamp", 3, "");
    JsonPath page = GraphQl.visitor("wgo-full").ask(OFFERS);
    assertThat(offers(page)).doesNotContainAnyElementsOf(ids());
    String decision = decision(GraphQl.visitor("wgo-full"));
    JsonPath trace = trace(decision);
    assertThat(reason(trace, rich, "NOT_WHO_BUYS_WITHOUT_IT"))
        .isEqualTo("buys without it: 0 % of what 3 orders brought was cheaper than usual");
    assertThat(reason(trace, thin, "LEAVES_A_MARGIN"))
        .isEqualTo("would leave a margin of 5 %, the floor is 15 %");
    assertThat(trace.getList("data.decision.gates", String.class))
        .anyMatch(gate -> gate.startsWith("MARGIN") && gate.contains(dark))
        .noneMatch(gate -> gate.contains(rich));
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
  }

  @Test
  void whoBuysWithCouponsGetsIt() {
    order("wgo-bargain", "wgo-lamp", 3, "\"coupon\": \"LESS\",");
    assertThat(offers(GraphQl.visitor("wgo-bargain").ask(OFFERS))).contains(rich);
  }

  @Test
  void whoSlipsAwayGetsItAlthoughTheyPaidInFull() {
    for (int i = 0; i < 3; i++) {
      send("wgo-away", "wgo-lamp", i, Duration.ofDays(90 + i), "");
    }
    JsonPath page = GraphQl.visitor("wgo-away").ask(OFFERS);
    assertThat(offers(page)).contains(rich);
    assertThat(page.getList("data.home.offers[0].decision.reasons.code", String.class))
        .contains("WELCOME_BACK");
  }

  @Test
  void theProductsOwnMarginCountsOnItsPage() {
    String page = "{ product(id: \"gid://attune/Product/%s\") { offers(first: 50) { id } } }";
    GraphQl shopper = GraphQl.visitor("wgo-page");
    assertThat(shopper.ask(page.formatted("wgo-lamp")).getList("data.product.offers.id"))
        .contains(rich);
    assertThat(shopper.ask(page.formatted("wgo-tin")).getList("data.product.offers.id"))
        .doesNotContain(thin);
  }

  @Test
  void aVipAndAFirstTimeDiscountShopperSeeOtherBadgesOffersAndCategories() {
    order("wgo-vip", "wgo-tin", 7, "");
    GraphQl bargain = GraphQl.visitor("wgo-first");
    bargain.views("wgo-cheap", "wgo-few");
    JsonPath vip = GraphQl.visitor("wgo-vip").ask(HOME.formatted(""));
    JsonPath first = bargain.ask(HOME.formatted(""));
    assertThat(offers(vip)).doesNotContainAnyElementsOf(ids());
    assertThat(offers(first)).contains(rich);
    assertThat(top(vip)).isEqualTo("wgothin");
    assertThat(top(first)).isEqualTo("wgorich");
    assertThat(vip.getList("data.product.badges.code", String.class)).containsExactly("LOW_STOCK");
    assertThat(first.getList("data.product.badges.code", String.class))
        .containsExactly("PRICE_DROP");
  }

  private static List<String> ids() {
    return List.of(rich, thin, dark);
  }

  private static GraphQl desk() {
    return GraphQl.nobody().signedIn("wgo-desk", "merchandiser");
  }

  private static String offer(String name, String category, double discount) {
    String saved =
        desk()
            .ask(
                ("mutation { saveOffer(offer: {id: \"%s-%d\", title: \"Less\", category: \"%s\","
                        + " discount: %s}, expectedVersion: 0) { id } }")
                    .formatted(name, run, category, discount))
            .getString("data.saveOffer.id");
    return "gid://attune/Offer/" + saved;
  }

  private static void archive(String name) {
    desk()
        .ask(
            "mutation { archiveOffer(id: \"%s-%d\", expectedVersion: 1) { id } }"
                .formatted(name, run));
  }

  private static List<String> offers(JsonPath page) {
    return page.getList("data.home.offers.id", String.class);
  }

  private static String top(JsonPath page) {
    return page.getString("data.home.categoryOrder.categories[0].handle");
  }

  /** The id of a decision about all offers, found with an offer that takes nothing off. */
  private static String decision(GraphQl shopper) {
    String free = offer("wgo-free", "wgorich", 0);
    JsonPath page = shopper.ask(OFFERS);
    archive("wgo-free");
    assertThat(offers(page)).contains(free);
    return page.getString("data.home.offers[0].decision.id");
  }

  private static JsonPath trace(String decision) {
    return GraphQl.nobody()
        .signedIn("wgo-operator", "analyst")
        .ask(
            "{ decision(id: \""
                + decision
                + "\") { gates replay { same } candidates(first: 100) { nodes { node { id }"
                + " verdicts { step kept reason } } } } }");
  }

  private static String reason(JsonPath trace, String offer, String step) {
    return trace.getString(
        "data.decision.candidates.nodes.find { it.node.id == '"
            + offer
            + "' }.verdicts.find { it.step == '"
            + step
            + "' }.reason");
  }

  private static void order(String visitor, String product, int orders, String properties) {
    for (int i = 0; i < orders; i++) {
      send(visitor, product, i, Duration.ofDays(3L * i + 1), properties);
    }
  }

  private static void send(
      String visitor, String product, int number, Duration ago, String properties) {
    Sending.secret(
        "track",
        """
        {"messageId": "%1$s-%3$d", "anonymousId": "%1$s", "timestamp": "%4$s",
         "event": "Order Completed", "properties": {"order_id": "%1$s-%3$d", %5$s
           "revenue": 20, "currency": "USD",
           "products": [{"product_id": "%2$s", "price": 20, "quantity": 1}]}}
        """
            .formatted(visitor, product, number, Instant.now().minus(ago), properties));
  }
}
