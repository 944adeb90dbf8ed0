package dev.attune.http.collector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.RefusedEvents;
import dev.attune.Tables;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.platform.security.OwnTokens;
import dev.attune.profile.Profile;
import dev.attune.profile.Shoppers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CollectorTest {
  private static final String VIEW =
      """
      {"messageId":"%s","anonymousId":"col-v1","event":"Product Viewed",
       "properties":{"product_id":"col-p1","price":24.99,"currency":"USD"}}""";

  @Inject OwnTokens tokens;
  @Inject Shoppers shoppers;
  @Inject VisitorTokens visitors;
  @Inject RefusedEvents refused;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void takesAnEventOnceHoweverOftenItIsSent() {
    String event = VIEW.formatted("col-1");
    post(writer(), "track", event)
        .statusCode(200)
        .body("success", equalTo(true))
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(0))
        .body("version", notNullValue())
        .body("rejected", hasSize(0));
    post(writer(), "track", event).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
  }

  @Test
  void knowsARetryOfAnEventWithoutAnId() {
    String event =
        "{\"anonymousId\":\"col-v2\",\"type\":\"page\",\"timestamp\":\"2026-01-05T00:00:00Z\"%s}";
    post(writer(), "page", event.formatted(",\"sentAt\":\"2026-01-05T00:00:00Z\""))
        .body("accepted", equalTo(1));
    post(writer(), "page", event.formatted(",\"sentAt\":\"2026-01-05T00:00:09Z\""))
        .body("duplicates", equalTo(1));
  }

  /** Segment's own examples of these events have a price and no currency. */
  @Test
  void takesAnAmountWithoutACurrencyAsTheShopsOwn() {
    for (String name : List.of("Product Clicked", "Product Added", "Order Completed")) {
      String event =
          """
          {"messageId":"col-own-%s","anonymousId":"col-own","event":"%s","properties":
           {"product_id":"col-p1","order_id":"col-own-o","revenue":30,"price":18.99,
            "products":[{"product_id":"col-p1","price":18.99}]}}"""
              .formatted(name, name);
      post(writer(), "track", event).body("accepted", equalTo(1)).body("rejected", hasSize(0));
    }
    Asker visitor =
        new Asker(
            Identifier.visitor("col-own"),
            null,
            Proof.ANONYMOUS,
            Traffic.SHOPPER,
            Set.of(),
            false,
            false,
            null);
    Profile profile =
        shoppers.load(visitor, Instant.now()).await().atMost(Duration.ofSeconds(10)).ranking();
    assertThat(profile.spentMinor()).isEqualTo(Map.of("USD", 3000L));
  }

  @Test
  void takesWhatSendBeaconPosts() {
    String body =
        VIEW.formatted("col-beacon").replaceFirst("\\{", "{\"writeKey\":\"test-write-key\",");
    post(given().contentType("text/plain"), "track", body)
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  @Test
  void takesWhatTheRudderClientForNodePosts() throws IOException {
    byte[] body = zipped("{\"batch\":[" + typed(VIEW.formatted("col-rudder")) + "]}");
    RequestSpecification request =
        raw(writer())
            .header("Content-Encoding", "gzip")
            .contentType("application/x-www-form-urlencoded");
    request.body(body).post("/v1/batch").then().statusCode(200).body("accepted", equalTo(1));
  }

  @Test
  void takesAFormThatIsJson() {
    RequestSpecification request = raw(writer()).contentType("application/x-www-form-urlencoded");
    byte[] body = VIEW.formatted("col-form").getBytes(StandardCharsets.UTF_8);
    request.body(body).post("/v1/track").then().statusCode(200).body("accepted", equalTo(1));
  }

  @Test
  void takesEveryKindOfCall() {
    for (String call : List.of("identify", "page", "screen", "group")) {
      post(writer(), call, "{\"anonymousId\":\"col-v3\",\"userId\":\"col-c3\",\"groupId\":\"g\"}")
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
    post(writer(), "alias", "{\"previousId\":\"col-v3\",\"userId\":\"col-c3\"}")
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  /** {@code @segment/analytics-next} posts so, as text and with the key in the body. */
  @Test
  void takesTheShortNamesThatAnalyticsJsPostsTo() {
    String keyed = "{\"writeKey\":\"test-write-key\",\"messageId\":\"col-short-%s\",";
    for (String call : List.of("t", "i", "p", "s", "g", "a")) {
      String event =
          keyed.formatted(call)
              + "\"anonymousId\":\"col-short\",\"previousId\":\"col-short\",\"userId\":\"col-cs\","
              + "\"groupId\":\"g\",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"p\"}}";
      post(given().contentType("text/plain"), call, event)
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
    String again = typed(VIEW.formatted("col-short-t").replace("col-v1", "col-short"));
    String batch = keyed.formatted("b") + "\"batch\":[" + again + "]}";
    post(given().contentType("text/plain").header("Origin", "https://shop.example"), "b", batch)
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .body("duplicates", equalTo(1));
  }

  @Test
  void keepsTheRestOfABatchWhenOneEventIsBad() {
    String bad = typed(VIEW.formatted("col-bad")).replace("24.99", "-5");
    String huge = typed(VIEW.formatted("col-huge")).replace("col-p1", "x".repeat(40_000));
    String batch =
        "{\"batch\":["
            + String.join(
                ",", typed(VIEW.formatted("col-good")), bad, "7", huge, "{\"type\":\"nap\"}")
            + "]}";
    post(writer(), "batch", batch)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected", hasSize(4))
        .body("rejected[0].index", equalTo(1))
        .body("rejected[0].messageId", equalTo("col-bad"))
        .body("rejected[0].code", equalTo("INVALID_PRICE"))
        .body("rejected[0].field", equalTo("properties.price"))
        .body("rejected[0].message", notNullValue())
        .body("rejected[1].code", equalTo("INVALID_JSON"))
        .body("rejected[2].code", equalTo("BODY_TOO_LARGE"))
        .body("rejected[3].code", equalTo("MISSING_FIELD"));
  }

  @Test
  void anEventWithTimesOrAmountsBeyondAllBoundsCostsNoOtherTheirs() {
    String old =
        typed(VIEW.formatted("col-old"))
            .replaceFirst("\\{", "{\"timestamp\":\"1990-01-02T00:00:00Z\",");
    String rich =
        """
        {"type":"track","messageId":"col-rich","anonymousId":"col-v1","event":"Order Completed",
         "properties":{"order_id":"col-rich","currency":"USD","products":
           [{"product_id":"col-p1","price":999999999999,"quantity":100000}]}}""";
    String batch =
        "{\"sentAt\":\"9999-12-30T00:00:00Z\",\"batch\":["
            + String.join(",", old, rich, typed(VIEW.formatted("col-beside")))
            + "]}";
    post(writer(), "batch", batch)
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("rejected.code", equalTo(List.of("INVALID_TIMESTAMP", "INVALID_PRICE")))
        .body("rejected[0].field", equalTo("timestamp"));
  }

  /** Each once held a writer for good, and after four of them nothing was taken any more. */
  @Test
  void aCategoryThatBeginsWithBlanksStopsNobody() {
    String list =
        """
        {"messageId":"col-blank-%s","anonymousId":"col-v1","event":"Product List Viewed",
         "properties":{"category":"gid://attune/Category/%sx"}}""";
    for (int i = 0; i < 5; i++) {
      post(writer(), "track", list.formatted(i, " ".repeat(250)))
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
  }

  @Test
  void tellsWhereABodyStopsBeingJson() {
    post(writer(), "track", "{\"event\":\n \"Product Viewed\",,}")
        .statusCode(400)
        .body("code", equalTo("INVALID_JSON"))
        .body("message", containsString("line 2, column 19"));
    for (String body : List.of("", "[]", "null", "7", "{} {}")) {
      post(writer(), "track", body).statusCode(400).body("code", equalTo("INVALID_JSON"));
    }
    post(writer(), "batch", "{}").statusCode(400).body("field", equalTo("batch"));
  }

  @Test
  void refusesBodiesThatAreTooLargeAlsoZippedAndChunked() throws IOException {
    String large = "{\"batch\":[\"" + "x".repeat(600_000) + "\"]}";
    post(writer(), "batch", large).statusCode(400).body("code", equalTo("BODY_TOO_LARGE"));
    post(writer(), "track", "{\"x\":\"" + "x".repeat(33_000) + "\"}")
        .statusCode(400)
        .body("code", equalTo("BODY_TOO_LARGE"));
    raw(writer())
        .header("Content-Encoding", "gzip")
        .body(zipped(" ".repeat(50_000_000)))
        .post("/v1/batch")
        .then()
        .statusCode(400)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void refusesBrokenGzip() throws IOException {
    byte[] whole = zipped("{\"batch\":[]}");
    byte[] half = java.util.Arrays.copyOf(whole, whole.length - 10);
    raw(writer()).body(half).post("/v1/batch").then().statusCode(400);
    byte[] garbage = {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
    raw(writer()).body(garbage).post("/v1/batch").then().statusCode(400);
  }

  @Test
  void takesNothingWithoutAKey() {
    post(given(), "track", VIEW.formatted("col-x"))
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
    post(given(), "track", "{\"writeKey\":\"wrong\"}").statusCode(401);
    post(given().auth().preemptive().basic("wrong", ""), "track", "{}").statusCode(401);
  }

  @Test
  void takesASignedInCustomersTokenForThatCustomerOnly() {
    String jwt = tokens.issue("col-c5", Set.of(), Instant.now(), Duration.ofHours(1));
    RequestSpecification request = given().header("Authorization", "Bearer " + jwt);
    post(request, "identify", "{\"anonymousId\":\"col-v5\",\"userId\":\"col-c5\"}")
        .body("accepted", equalTo(1));
    post(request, "identify", "{\"anonymousId\":\"col-v5\",\"userId\":\"col-c6\"}")
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("version", nullValue())
        .body("rejected[0].code", equalTo("INVALID_IDENTIFIER"))
        .body("rejected[0].field", equalTo("userId"));
  }

  /**
   * Pages that the shop's server renders come with the cookie of a browser that anybody may use.
   */
  @Test
  void aVisitorTokenBesideTheSecretKeyProvesTheVisitorAndNoCustomer() {
    Identifier customer = Identifier.customer("col-c9");
    String token = visitors.issue(Identifier.visitor("col-v9"), customer, Instant.now());
    RequestSpecification server =
        given().auth().preemptive().basic("test-secret-key", "").header("Attune-Visitor", token);
    post(server, "page", "{\"messageId\":\"col-9\"}").body("accepted", equalTo(1));
    post(writer(), "page", "{\"messageId\":\"col-9\",\"anonymousId\":\"col-v9\"}")
        .body("duplicates", equalTo(1));
    Asker signedIn =
        new Asker(
            null, customer, Proof.AUTHENTICATED, Traffic.SHOPPER, Set.of(), false, false, null);
    Profile profile =
        shoppers.load(signedIn, Instant.now()).await().atMost(Duration.ofSeconds(10)).ranking();
    assertThat(profile.events()).isZero();
  }

  /** As a storefront does that takes what its cookie holds for the visitor's id. */
  @Test
  void aVisitorTokenInAnEventIsTheVisitorWhomItProvesAndIsNeverKept() throws SQLException {
    Identifier visitor = Identifier.visitor("col-v10");
    String token = visitors.issue(visitor, Identifier.customer("col-c10"), Instant.now());
    String page =
        "{\"messageId\":\"%s\",\"anonymousId\":\"%s\",\"context\":{\"page\":{\"url\":\"https://a.example/?v=%s\"}}}";
    post(writer(), "page", page.formatted("col-10", token, token)).body("accepted", equalTo(1));
    post(writer(), "page", page.formatted("col-10", "col-v10", "")).body("duplicates", equalTo(1));
    String alias = "{\"messageId\":\"col-10a\",\"previousId\":\"%s\",\"userId\":\"col-c11\"}";
    post(writer(), "alias", alias.formatted(token)).body("accepted", equalTo(1));
    assertThat(rowsOf("visitor:col-v10")).hasSize(2).noneMatch(row -> row.contains("atv1."));

    Instant past = Instant.now().minus(VisitorTokens.LIFETIME).minusSeconds(1);
    String stale = visitors.issue(visitor, Identifier.customer("col-c10"), past);
    for (String useless : List.of(stale, token.substring(0, token.length() - 4) + "AAAA")) {
      post(writer(), "page", page.formatted("col-11", useless, useless))
          .body("rejected[0].code", equalTo("INVALID_IDENTIFIER"))
          .body("rejected[0].field", equalTo("anonymousId"));
      String identify = "{\"anonymousId\":\"col-v12\",\"userId\":\"%s\"}";
      post(writer(), "identify", identify.formatted(useless))
          .body("rejected[0].field", equalTo("userId"));
      post(writer(), "page", "{\"anonymousId\":\"" + useless + "\",").statusCode(400);
    }
    post(writer().header("Attune-Visitor", "col-v13"), "page", page.formatted("a", stale, ""))
        .body("accepted", equalTo(1));
    assertThat(rowsOf("visitor:col-v13")).hasSize(1);
    assertThat(refused.rowsWith("(visitor token)")).hasSizeGreaterThanOrEqualTo(6);
    for (String secret : List.of(token, stale, token.substring(5, 40))) {
      assertThat(Tables.rowsWith(store, secret)).isEmpty();
    }
  }

  private List<String> rowsOf(String origin) throws SQLException {
    return Tables.rowsWith(store, origin).stream().filter(row -> row.startsWith("event(")).toList();
  }

  @Test
  void namesTheVisitorOfTheRequestWhereAnEventNamesNobody() {
    post(writer().header("Attune-Visitor", "col-v7"), "page", "{\"messageId\":\"col-7\"}")
        .body("accepted", equalTo(1));
    post(writer(), "page", "{\"messageId\":\"col-7\"}")
        .body("success", equalTo(false))
        .body("rejected[0].field", equalTo("anonymousId"))
        .body("rejected[0].code", equalTo("MISSING_FIELD"));
    post(writer(), "batch", "{\"batch\":[]}").body("success", equalTo(true));
  }

  @Test
  void letsPagesOfOtherOriginsPostWithoutTheirCookies() {
    given()
        .header("Origin", "https://shop.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options("/v1/batch")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header("Access-Control-Allow-Headers", containsString("Authorization"))
        .header("Access-Control-Allow-Headers", containsString("Attune-Market"))
        .header("Access-Control-Allow-Credentials", nullValue());
    post(writer().header("Origin", "https://shop.example"), "track", VIEW.formatted("col-cors"))
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*");
    post(given().header("Origin", "https://shop.example"), "track", "{}")
        .statusCode(401)
        .header("Access-Control-Allow-Origin", "*");
    post(
            given()
                .header("Origin", "https://shop.example")
                .header("Authorization", "Bearer wrong"),
            "track",
            "{}")
        .statusCode(401)
        .header("Access-Control-Allow-Origin", "*");
    post(writer(), "track", VIEW.formatted("col-no-cors"))
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void letsPagesOfOtherOriginsAskForWhatTheyShow() {
    given()
        .header("Origin", "https://shop.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "attune-visitor,content-type")
        .options("/graphql")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Headers", containsString("Attune-Visitor"))
        .header("Access-Control-Allow-Credentials", nullValue());
    given()
        .header("Origin", "https://shop.example")
        .contentType("application/json")
        .body("{\"query\":\"{ __typename }\"}")
        .post("/graphql")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .body("data.__typename", equalTo("Query"));
  }

  @Test
  void theSameOrderUnderTwoMessageIdsIsSpentOnce() {
    for (String id : List.of("col-o1", "col-o2")) {
      String order =
          """
          {"messageId":"%s","userId":"col-buyer","event":"Order Completed","properties":
           {"order_id":"col-order","revenue":40,"currency":"USD"}}"""
              .formatted(id);
      post(given().auth().preemptive().basic("test-secret-key", ""), "track", order)
          .statusCode(200)
          .body("accepted", equalTo(1));
    }
    Profile profile =
        shoppers
            .load(
                new Asker(
                    null,
                    Identifier.customer("col-buyer"),
                    Proof.AUTHENTICATED,
                    Traffic.SHOPPER,
                    Set.of(),
                    false,
                    false,
                    null),
                Instant.now())
            .await()
            .atMost(Duration.ofSeconds(10))
            .ranking();
    assertThat(profile.orders()).isEqualTo(1);
    assertThat(profile.spentMinor()).isEqualTo(Map.of("USD", 4_000L));
  }

  private static ValidatableResponse post(RequestSpecification request, String call, String body) {
    return raw(request).body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/" + call).then();
  }

  private static RequestSpecification writer() {
    return given().auth().preemptive().basic("test-write-key", "");
  }

  /** Sends bytes as they are, whatever the content type. */
  private static RequestSpecification raw(RequestSpecification request) {
    EncoderConfig encoder =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs(
                "application/x-www-form-urlencoded", io.restassured.http.ContentType.BINARY)
            .encodeContentTypeAs("text/plain", io.restassured.http.ContentType.BINARY);
    return request.config(RestAssuredConfig.config().encoderConfig(encoder));
  }

  private static String typed(String event) {
    return event.replaceFirst("\\{", "{\"type\":\"track\",");
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
