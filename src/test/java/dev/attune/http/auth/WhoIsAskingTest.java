package dev.attune.http.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.events.Identifier;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.platform.security.OwnTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhoIsAskingTest {
  @Inject VisitorTokens visitors;
  @Inject OwnTokens tokens;

  @Test
  void knowsNobodyWithoutAnyHeader() {
    asker(given())
        .body("visitor", nullValue())
        .body("customer", nullValue())
        .body("proof", equalTo("ANONYMOUS"))
        .body("traffic", equalTo("SHOPPER"))
        .body("objects", equalTo(false))
        .body("version", nullValue());
  }

  @Test
  void takesTheVisitorFromTheHeaderElseFromTheCookie() {
    asker(given().header("Attune-Visitor", "who-1").cookie("attune_visitor", "who-2"))
        .body("visitor.value", equalTo("who-1"));
    asker(given().cookie("attune_visitor", "who-2"))
        .body("visitor.value", equalTo("who-2"))
        .body("proof", equalTo("ANONYMOUS"));
  }

  @Test
  void takesJunkForNoVisitor() {
    for (String junk : List.of("undefined", "null", "0000-0000", "-1", "x".repeat(201))) {
      asker(given().header("Attune-Visitor", junk)).body("visitor", nullValue());
    }
  }

  @Test
  void recognizesAVisitorByItsToken() {
    String token = visitors.issue(visitor("who-3"), customer("who-c3"), Instant.now());
    asker(given().cookie("attune_visitor", token))
        .body("visitor.value", equalTo("who-3"))
        .body("customer.value", equalTo("who-c3"))
        .body("proof", equalTo("RECOGNIZED"));
  }

  @Test
  void takesATamperedOrExpiredVisitorTokenForNobody() {
    String token = visitors.issue(visitor("who-4"), customer("who-c4"), Instant.now());
    char other = token.charAt(8) == 'A' ? 'B' : 'A';
    String tampered = token.substring(0, 8) + other + token.substring(9);
    String expired =
        visitors.issue(
            visitor("who-4"), customer("who-c4"), Instant.now().minus(Duration.ofDays(401)));
    for (String worthless : List.of(tampered, expired, "atv1.x", "atv1..", "atv1.%.%")) {
      asker(given().header("Attune-Visitor", worthless))
          .body("visitor", nullValue())
          .body("customer", nullValue())
          .body("proof", equalTo("ANONYMOUS"));
    }
  }

  @Test
  void believesASignedInCustomerWhateverVisitorTokenComesWithIt() {
    String jwt = tokens.issue("who-c5", Set.of(), Instant.now(), Duration.ofHours(1));
    String pass = visitors.issue(visitor("who-5"), customer("who-c6"), Instant.now());
    asker(given().header("Authorization", "Bearer " + jwt).header("Attune-Visitor", pass))
        .body("visitor.value", equalTo("who-5"))
        .body("customer.value", equalTo("who-c5"))
        .body("proof", equalTo("AUTHENTICATED"))
        .body("traffic", equalTo("SHOPPER"));
  }

  @Test
  void letsTheSecretKeySpeakForAVisitorOrACustomer() {
    asker(secret().header("Attune-Visitor", "who-7").header("User-Agent", "Googlebot/2.1"))
        .body("visitor.value", equalTo("who-7"))
        .body("proof", equalTo("ANONYMOUS"))
        .body("secret", equalTo(true))
        .body("traffic", equalTo("SHOPPER"));
    asker(secret().header("Attune-Customer", "who-c7"))
        .body("customer.value", equalTo("who-c7"))
        .body("proof", equalTo("AUTHENTICATED"));
  }

  @Test
  void ignoresTheCustomerHeaderWithoutTheSecretKey() {
    asker(given().header("Attune-Customer", "who-c8"))
        .body("customer", nullValue())
        .body("proof", equalTo("ANONYMOUS"));
    asker(
            given()
                .header("Authorization", "Bearer test-write-key")
                .header("Attune-Customer", "who-c8"))
        .body("customer", nullValue())
        .body("secret", equalTo(false));
  }

  @Test
  void readsBotsObjectionsAndVersions() {
    asker(
            given()
                .header("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")
                .header("Sec-GPC", "1")
                .header("Attune-Version", "42"))
        .body("traffic", equalTo("BOT"))
        .body("objects", equalTo(true))
        .body("version", equalTo(42));
    asker(given().header("Attune-Version", "9".repeat(30))).body("version", nullValue());
  }

  private static ValidatableResponse asker(RequestSpecification request) {
    return request.get("/v1/probe/asker").then().statusCode(200);
  }

  private static RequestSpecification secret() {
    return given().header("Authorization", "Bearer test-secret-key");
  }

  private static Identifier visitor(String id) {
    return Identifier.visitor(id);
  }

  private static Identifier customer(String id) {
    return Identifier.customer(id);
  }
}
