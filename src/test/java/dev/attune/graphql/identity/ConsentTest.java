package dev.attune.graphql.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.Tables;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentTest {
  private static final String CONSENT =
      "{ shopper { known consent { personalization analytics marketingEmail source } } }";
  private static final String GRANT =
      "mutation { setConsent(consent: {personalization: GRANTED, analytics: GRANTED})"
          + " { consent { personalization } } }";
  private static final String PAGE =
      "{ home { categoryOrder(first: 2) { categories { handle } decision { basis } } } }";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Test
  void aBannersCategoriesAreChoicesByPurposeAndTheLatestHoldsInAnyOrder() {
    banner("ct-late", "2026-03-03T10:00:00Z", "{\"Analytics\": true, \"Tailored\": true}");
    banner("ct-late", "2026-03-01T10:00:00Z", "{\"Analytics\": false, \"Tailored\": false}");
    assertThat(consent("ct-late")).isEqualTo(List.of("GRANTED", "GRANTED", "GRANTED"));
    banner("ct-late", "2026-03-04T10:00:00Z", "{\"Functional\": false, \"Advertising\": true}");
    assertThat(consent("ct-late")).isEqualTo(List.of("DENIED", "GRANTED", "GRANTED"));
    assertThat(source("ct-late")).isEqualTo("EXPLICIT");
  }

  @Test
  void whereAnEventSaysItHappenedDecidesWhatHoldsWithoutAChoice() {
    String track =
        "mutation { track(events: [{messageId: \"ct-place-%1$s\", type: PRODUCT_VIEWED,"
            + " product: \"ct-p\", context: {country: \"%1$s\"}}]) { accepted } }";
    GraphQl shopper = GraphQl.visitor("ct-place");
    assertThat(shopper.ask(track.formatted("IS")).getInt("data.track.accepted")).isZero();
    assertThat(shopper.ask(track.formatted("US")).getInt("data.track.accepted")).isEqualTo(1);
  }

  @Test
  void theBrowserOfWhoComesBackAfterAnErasureMayObjectAsAnybodys() throws SQLException {
    String page = "{\"messageId\": \"ct-back-%s\", \"anonymousId\": \"ct-back\"}";
    Map<String, String> objecting = Map.of("Sec-GPC", "1");
    Sending.storefront("page", page.formatted("1"), Map.of());
    GraphQl.visitor("ct-back").ask("mutation { forgetMe { erased } }");
    assertThat(Sending.storefront("page", page.formatted("1"), objecting).getInt("accepted"))
        .isZero();
    assertThat(Tables.rowsWith(customers, "ct-back")).isEmpty();

    assertThat(Sending.storefront("page", page.formatted("2"), objecting).getInt("accepted"))
        .isZero();
    assertThat(Sending.storefront("page", page.formatted("3"), Map.of()).getInt("accepted"))
        .isZero();
  }

  @Test
  void whoDeniesInTheirBannerIsNotKeptAndThePageSaysSo() throws SQLException {
    JsonPath answer =
        banner(
            "ct-denied",
            "2026-03-01T10:00:00Z",
            "{\"Analytics\": false, \"Personalization\": false}");
    assertThat(answer.getInt("accepted")).isZero();
    assertThat(answer.getString("rejected[0].code")).isEqualTo("CONSENT_DENIED");
    assertThat(Tables.rowsWith(customers, "ct-denied"))
        .allMatch(row -> row.startsWith("consent"))
        .hasSize(2);

    GraphQl shopper = GraphQl.visitor("ct-denied");
    JsonPath page = shopper.ask(PAGE);
    assertThat(page.getString("data.home.categoryOrder.decision.basis"))
        .isNotIn("PERSONALIZED", "SESSION");
    assertThat(page.getList("errors")).isNull();
    assertThat(shopper.ask(CONSENT).getBoolean("data.shopper.known")).isFalse();
    assertThat(consent("ct-denied")).startsWith("DENIED", "DENIED");
  }

  @Test
  void aBrowsersObjectionBeatsAnEarlierChoiceAndALaterChoiceBeatsIt() {
    GraphQl shopper = GraphQl.visitor("ct-gpc");
    shopper.ask(GRANT);
    GraphQl objecting = shopper.with("Sec-GPC", "1");
    assertThat(personalization(shopper)).isEqualTo("GRANTED");
    assertThat(personalization(objecting)).isEqualTo("DENIED");
    assertThat(view(objecting, "ct-gpc-1").getInt("data.track.accepted")).isZero();
    assertThat(personalization(shopper)).as("noted with the event").isEqualTo("DENIED");
    assertThat(view(shopper, "ct-gpc-2").getInt("data.track.accepted")).isZero();

    assertThat(objecting.ask(GRANT).getString("data.setConsent.consent.personalization"))
        .isEqualTo("GRANTED");
    assertThat(personalization(objecting)).isEqualTo("GRANTED");
    assertThat(view(objecting, "ct-gpc-3").getInt("data.track.accepted")).isEqualTo(1);
  }

  @Test
  void whoChoosesInSpiteOfTheirBrowserAtFirstSightHasChosen() {
    GraphQl objecting = GraphQl.visitor("ct-spite").with("Sec-GPC", "1");
    objecting.ask(GRANT);
    assertThat(view(objecting, "ct-spite-1").getInt("data.track.accepted")).isEqualTo(1);
    assertThat(objecting.ask(CONSENT).getString("data.shopper.consent.marketingEmail"))
        .isEqualTo("DENIED");
  }

  @Test
  void whoChoosesInABannerInSpiteOfTheirBrowserHasChosen() {
    Sending.storefront(
        "page",
        """
        {"messageId": "ct-banner-spite-1", "anonymousId": "ct-banner-spite", "context": {"consent":
        {"categoryPreferences": {"Personalization": true}}}}
        """,
        Map.of("Sec-GPC", "1"));
    GraphQl objecting = GraphQl.visitor("ct-banner-spite").with("Sec-GPC", "1");
    assertThat(personalization(objecting)).isEqualTo("GRANTED");
    assertThat(view(objecting, "ct-banner-spite-2").getInt("data.track.accepted")).isEqualTo(1);
  }

  @Test
  void aMarketsDefaultHoldsForWhoHasNotChosen() {
    for (String market : List.of("IS", "test-iceland")) {
      GraphQl shopper = GraphQl.visitor("ct-" + market).with("Attune-Market", market);
      assertThat(personalization(shopper)).isEqualTo("DENIED");
      assertThat(view(shopper, "ct-market-1").getInt("data.track.accepted")).isZero();
      assertThat(
              Sending.storefront(
                      "page",
                      "{\"anonymousId\": \"ct-%s\"}".formatted(market),
                      Map.of("Attune-Market", market))
                  .getInt("accepted"))
          .isZero();
      shopper.ask(GRANT);
      assertThat(personalization(shopper)).isEqualTo("GRANTED");
      assertThat(view(shopper, "ct-market-2").getInt("data.track.accepted")).isEqualTo(1);
    }
    GraphQl elsewhere = GraphQl.visitor("ct-elsewhere").with("Attune-Market", "NO");
    assertThat(personalization(elsewhere)).isEqualTo("GRANTED");
  }

  @Test
  void whoOnlyKnowsADevicesIdDoesNotOverruleItsCustomer() {
    String all =
        "mutation { setConsent(consent: {personalization: %1$s, analytics: %1$s,"
            + " marketingEmail: %1$s}) { id } }";
    String categories = "{\"Analytics\": true, \"Functional\": true, \"Marketing\": true}";
    GraphQl stranger = GraphQl.visitor("ct-bills");
    GraphQl bill = stranger.signedIn("ct-bill");
    bill.ask("mutation { identify { id } }");
    bill.ask(all.formatted("DENIED"));
    stranger.ask(all.formatted("GRANTED"));
    banner("ct-bills", Instant.now().toString(), categories);
    assertThat(consent(bill)).containsOnly("DENIED");
    assertThat(consent(stranger)).containsOnly("DENIED");

    bill.ask(all.formatted("GRANTED"));
    assertThat(consent(stranger)).containsOnly("GRANTED");
    stranger.ask(all.formatted("DENIED"));
    assertThat(consent(stranger)).containsOnly("DENIED");
    assertThat(consent(bill)).isEqualTo(List.of("GRANTED", "GRANTED", "DENIED"));
  }

  @Test
  void aDenialCountsInWhateverWordsABannerHasIt() {
    String many =
        IntStream.range(0, 24)
            .mapToObj(i -> "\"Group %d\": false".formatted(i))
            .collect(Collectors.joining(", ", "{", "}"));
    List<String> denials =
        List.of(
            many,
            "{\"C0001\": true, \"C0002\": false, \"C0003\": false, \"C0004\": false}",
            "{\"Targeting\": false, \"Advertising\": false}",
            "{\"Performance Cookies\": \"false\", \"functional\": \"denied\"}",
            "{\"analytics_storage\": 0, \"personalization_storage\": 0, \"ad_storage\": \"no\"}");
    for (int i = 0; i < denials.size(); i++) {
      String visitor = "ct-words-" + i;
      banner(visitor, "2026-03-01T10:00:00Z", denials.get(i));
      assertThat(consent(visitor)).as(denials.get(i)).startsWith("DENIED", "DENIED");
    }
    banner("ct-words", "2026-03-01T10:00:00Z", "{\"C0002\": \"1\", \"C0004\": \"denied\"}");
    assertThat(consent("ct-words")).isEqualTo(List.of("DENIED", "GRANTED", "GRANTED"));
  }

  @Test
  void whatABatchSaysOfConsentIsOfAllItsEventsThatSayNothing() {
    String batch =
        """
        {"context": {"consent": {"categoryPreferences": {"Analytics": false, "Functional": false}}},
         "batch": [
           {"type": "page", "messageId": "ct-batch-1", "anonymousId": "ct-batch-1"},
           {"type": "page", "messageId": "ct-batch-2", "anonymousId": "ct-batch-2", "context":
             {"consent": {"categoryPreferences": {"Analytics": true}}}}]}
        """;
    assertThat(Sending.storefront("batch", batch, Map.of()).getInt("accepted")).isEqualTo(1);
    assertThat(consent("ct-batch-1")).isEqualTo(List.of("DENIED", "DENIED", "GRANTED"));
    assertThat(consent("ct-batch-2")).containsOnly("GRANTED");
  }

  @Test
  void aBatchMaySayMoreOfConsentThanItsEventsNeed() {
    String batch =
        """
        {"context": {"consent": {"iab": "%s", "categoryPreferences": %s}},
         "batch": [{"type": "page", "messageId": "ct-said", "anonymousId": "ct-said"}]}
        """;
    String vendors = "C".repeat(5_000);
    String denied = "{\"Functional\": false}";
    String said = batch.formatted(vendors, denied);
    assertThat(Sending.storefront("batch", said, Map.of()).getInt("accepted")).isEqualTo(1);
    assertThat(consent("ct-said")).isEqualTo(List.of("DENIED", "GRANTED", "GRANTED"));
    String endless = batch.formatted("", "{\"%s\": false}".formatted(vendors));
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body(endless)
        .post("/v1/batch")
        .then()
        .statusCode(400)
        .body("code", equalTo("TOO_LONG"))
        .body("field", equalTo("context.consent.categoryPreferences"));
  }

  @Test
  void whoUnsubscribesAllowsNoMailAnyMore() {
    String event =
        "{\"messageId\": \"ct-un\", \"anonymousId\": \"ct-un-web\", \"event\": \"%s\"%s}";
    GraphQl una = GraphQl.visitor("ct-un-web").signedIn("ct-una");
    una.ask("mutation { setConsent(consent: {marketingEmail: GRANTED}) { id } }");
    Sending.secret("track", event.formatted("Unsubscribed", ", \"userId\": \"ct-una\""));
    assertThat(consent(una)).isEqualTo(List.of("GRANTED", "GRANTED", "DENIED"));

    String device = event.replace("ct-un", "ct-unsub").formatted("Email Unsubscribed", "");
    Sending.storefront("track", device, Map.of());
    assertThat(consent("ct-unsub-web")).isEqualTo(List.of("GRANTED", "GRANTED", "DENIED"));
  }

  private static JsonPath banner(String visitor, String at, String categories) {
    return Sending.storefront(
        "page",
        """
        {"messageId": "%2$s", "anonymousId": "%1$s", "timestamp": "%2$s",
         "context": {"consent": {"categoryPreferences": %3$s}}}
        """
            .formatted(visitor, at, categories),
        Map.of());
  }

  private static JsonPath view(GraphQl shopper, String messageId) {
    return shopper.ask(
        "mutation { track(events: [{messageId: \"%s\", type: PRODUCT_VIEWED, product: \"ct-p\"}])"
                .formatted(messageId)
            + " { accepted } }");
  }

  private static String personalization(GraphQl shopper) {
    return shopper.ask(CONSENT).getString("data.shopper.consent.personalization");
  }

  private static List<String> consent(String visitor) {
    return consent(GraphQl.visitor(visitor));
  }

  private static List<String> consent(GraphQl shopper) {
    Map<String, String> consent = shopper.ask(CONSENT).getMap("data.shopper.consent");
    return List.of(
        consent.get("personalization"), consent.get("analytics"), consent.get("marketingEmail"));
  }

  private static String source(String visitor) {
    return GraphQl.visitor(visitor).ask(CONSENT).getString("data.shopper.consent.source");
  }
}
