package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read what, by how well they prove who they are. */
@QuarkusTest
class ProofTest {
  private static final String SHOPPER =
      "{ shopper { id proof known recentlyViewed { id } affinities { value } } home {"
          + " categoryOrder(first: 100) { categories { handle } decision { basis reasons { code } }"
          + " } } }";
  private static final String IDENTIFY = "mutation { identify { proof known } }";

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("pr-lute", "Prlutes", "Lark")
        .product("pr-harp", "Prharps", "Lark")
        .product("pr-drum", "Prdrums", "Lark")
        .open();
  }

  @Test
  void joinsADeviceAtSignInAndShowsTheSameTasteOnASecondOne() {
    GraphQl phone = GraphQl.visitor("pr-phone-1");
    phone.views("pr-lute", "pr-lute");
    phone.signedIn("pr-anna").ask(IDENTIFY);
    JsonPath laptop = GraphQl.visitor("pr-laptop-1").signedIn("pr-anna").ask(SHOPPER);
    assertThat(laptop.getString("data.shopper.proof")).isEqualTo("AUTHENTICATED");
    assertThat(viewed(laptop)).containsExactly("gid://attune/Product/pr-lute");
    assertThat(firstCategory(laptop)).isEqualTo("prlutes");
  }

  @Test
  void showsAStrangerWithAVisitorsRawIdNothingOfTheirHistory() {
    GraphQl phone = GraphQl.visitor("pr-phone-2");
    phone.views("pr-harp");
    assertThat(viewed(phone.ask(SHOPPER))).hasSize(1);
    phone.signedIn("pr-bert").ask(IDENTIFY);
    phone.signedIn("pr-bert").views("pr-drum");
    JsonPath stranger = GraphQl.visitor("pr-phone-2").ask(SHOPPER);
    assertThat(stranger.getString("data.shopper.proof")).isEqualTo("ANONYMOUS");
    assertThat(stranger.getBoolean("data.shopper.known")).isFalse();
    assertThat(viewed(stranger)).isEmpty();
    assertThat(stranger.getList("data.shopper.affinities")).isEmpty();
    assertThat(stranger.getString("data.home.categoryOrder.decision.basis"))
        .isNotIn("PERSONALIZED", "SESSION");
  }

  @Test
  void ranksForARecognizedVisitorAndTellsThemNothing() {
    GraphQl phone = GraphQl.visitor("pr-phone-3");
    phone.views("pr-harp", "pr-harp");
    String token =
        given()
            .contentType("application/json")
            .header("Attune-Visitor", "pr-phone-3")
            .header("Authorization", "Bearer " + jwt("pr-carl"))
            .body(Map.of("query", IDENTIFY))
            .post("/graphql")
            .then()
            .extract()
            .header("Attune-Visitor");
    JsonPath recognized = GraphQl.visitor(token).ask(SHOPPER);
    assertThat(recognized.getString("data.shopper.proof")).isEqualTo("RECOGNIZED");
    assertThat(viewed(recognized)).isEmpty();
    assertThat(recognized.getList("data.shopper.affinities")).isEmpty();
    assertThat(firstCategory(recognized)).isEqualTo("prharps");
  }

  @Test
  void tellsARecognizedVisitorNothingOfTheVisitOnAnotherDevice() {
    String token =
        given()
            .contentType("application/json")
            .header("Attune-Visitor", "pr-phone-5")
            .header("Authorization", "Bearer " + jwt("pr-edda"))
            .body(Map.of("query", IDENTIFY))
            .post("/graphql")
            .then()
            .extract()
            .header("Attune-Visitor");
    GraphQl laptop = GraphQl.visitor("pr-laptop-5").signedIn("pr-edda");
    laptop.views("pr-drum");
    String reasons =
        "{ home { categoryOrder { decision { reasons { code text } } } rails { items { reasons {"
            + " code text } } } hero { decision { reasons { code text } } } } }";
    assertThat(laptop.ask(reasons).prettify()).contains("THIS_VISIT").contains("Prdrums");

    JsonPath recognized = GraphQl.visitor(token).ask(reasons);

    assertThat(GraphQl.visitor(token).ask(SHOPPER).getString("data.shopper.proof"))
        .isEqualTo("RECOGNIZED");
    assertThat(firstCategory(GraphQl.visitor(token).ask(SHOPPER))).isEqualTo("prdrums");
    assertThat(recognized.prettify())
        .doesNotContain("THIS_VISIT")
        .doesNotContain("VIEWED_NEXT")
        .doesNotContain("You are looking at");
  }

  @Test
  void doesNotBelieveAUserIdThatAPublicKeyClaims() {
    GraphQl.visitor("pr-phone-4").signedIn("pr-dora").views("pr-lute");
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body(
            Map.of(
                "messageId", "pr-claim-1",
                "anonymousId", "pr-thief",
                "userId", "pr-dora",
                "traits", Map.of()))
        .post("/v1/identify")
        .then()
        .statusCode(200);
    JsonPath thief = GraphQl.visitor("pr-thief").ask(SHOPPER);
    assertThat(viewed(thief)).isEmpty();
    assertThat(firstCategory(thief)).isNotEqualTo("prlutes");
  }

  @Test
  void personalizesNothingWithoutConsent() {
    GraphQl shopper = GraphQl.visitor("pr-private");
    shopper.views("pr-drum");
    assertThat(firstCategory(shopper.ask(SHOPPER))).isEqualTo("prdrums");
    JsonPath set =
        shopper.ask(
            "mutation { setConsent(consent: {personalization: DENIED, analytics: DENIED}) {"
                + " consent { personalization source } } }");
    assertThat(set.getString("data.setConsent.consent.personalization")).isEqualTo("DENIED");
    assertThat(set.getString("data.setConsent.consent.source")).isEqualTo("EXPLICIT");
    JsonPath page = shopper.ask(SHOPPER);
    assertThat(page.getString("data.home.categoryOrder.decision.basis"))
        .isNotIn("PERSONALIZED", "SESSION");
    JsonPath track =
        shopper.ask(
            "mutation { track(events: [{messageId: \"pr-c1\", type: PRODUCT_VIEWED, product:"
                + " \"pr-drum\"}]) { accepted rejected { code } } }");
    assertThat(track.getList("data.track.rejected.code")).containsExactly("CONSENT_DENIED");
  }

  @Test
  void hearsGlobalPrivacyControlUntilTheShopperChoosesOtherwise() {
    GraphQl shopper = GraphQl.visitor("pr-gpc").with("Sec-GPC", "1");
    JsonPath consent = shopper.ask("{ shopper { consent { personalization source } } }");
    assertThat(consent.getString("data.shopper.consent.source"))
        .isEqualTo("GLOBAL_PRIVACY_CONTROL");
    shopper.ask(
        "mutation { setConsent(consent: {personalization: GRANTED, analytics: GRANTED}) { known }"
            + " }");
    shopper.views("pr-drum");
    assertThat(firstCategory(shopper.ask(SHOPPER))).isEqualTo("prdrums");
  }

  @Test
  void servesBotsAndLearnsNothingFromThem() {
    GraphQl bot =
        GraphQl.visitor("pr-bot")
            .with("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com)");
    bot.views("pr-drum");
    assertThat(viewed(GraphQl.visitor("pr-bot").ask(SHOPPER))).isEmpty();
  }

  private static String jwt(String customer) {
    return given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(Map.of("sub", customer))
        .post("/v1/tokens")
        .then()
        .extract()
        .path("token");
  }

  private static List<String> viewed(JsonPath answer) {
    return answer.getList("data.shopper.recentlyViewed.id");
  }

  private static String firstCategory(JsonPath answer) {
    return answer.getString("data.home.categoryOrder.categories[0].handle");
  }
}
