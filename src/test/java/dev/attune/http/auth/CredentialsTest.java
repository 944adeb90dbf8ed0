package dev.attune.http.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.security.OwnTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest {
  private static final String SECRET = "test-secret-key";
  private static final String WRITE = "test-write-key";

  @Inject OwnTokens tokens;
  @Inject Audit audit;

  @Test
  void issuesATokenThatItRecognizes() {
    Response issued =
        given()
            .auth()
            .preemptive()
            .basic(SECRET, "")
            .contentType(ContentType.JSON)
            .body("{\"sub\":\"cred-7\",\"groups\":[\"merchandiser\"],\"expiresIn\":60}")
            .post("/v1/tokens");
    issued.then().statusCode(200).body("expiresAt", notNullValue());
    given()
        .header("Authorization", "Bearer " + issued.path("token"))
        .get("/v1/probe/asker")
        .then()
        .statusCode(200)
        .body("customer.value", equalTo("cred-7"))
        .body("proof", equalTo("AUTHENTICATED"))
        .body("traffic", equalTo("STAFF"))
        .body("roles", equalTo(List.of("MERCHANDISER")))
        .body("secret", equalTo(false));
  }

  @Test
  void writesIssuedTokensIntoTheAuditLog() {
    given()
        .header("Authorization", "Bearer " + SECRET)
        .body("{\"sub\":\"cred-audited\",\"groups\":[\"analyst\"]}")
        .post("/v1/tokens")
        .then()
        .statusCode(200);
    List<AuditEntry> recent = audit.recent(20).await().atMost(Duration.ofSeconds(10));
    assertThat(recent)
        .anySatisfy(
            entry -> {
              assertThat(entry.subject()).isEqualTo("cred-audited");
              assertThat(entry.what()).isEqualTo("token.issued");
              assertThat(entry.afterJson()).contains("analyst").doesNotContain("eyJ");
            });
  }

  @Test
  void refusesTokensForNobodyAndForUnknownGroups() {
    tokenRequest("{\"groups\":[]}").then().statusCode(400).body("field", equalTo("sub"));
    tokenRequest("{\"sub\":\"null\"}").then().statusCode(400).body("field", equalTo("sub"));
    tokenRequest("{\"sub\":\"cred-8\",\"groups\":[\"attune-secret\"]}")
        .then()
        .statusCode(400)
        .body("field", equalTo("groups"));
    tokenRequest("{\"sub\":\"cred-8\",\"expiresIn\":0}")
        .then()
        .statusCode(400)
        .body("field", equalTo("expiresIn"));
    tokenRequest("{").then().statusCode(400).body("code", equalTo("INVALID_JSON"));
    tokenRequest("").then().statusCode(400).body("code", equalTo("INVALID_JSON"));
  }

  @Test
  void answersEveryWrongCredentialInTheSameWords() {
    Instant past = Instant.now().minus(Duration.ofDays(2));
    String expired = tokens.issue("cred-9", Set.of(), past, Duration.ofHours(1));
    String valid = tokens.issue("cred-9", Set.of(), Instant.now(), Duration.ofHours(1));
    String altered = valid.substring(0, valid.length() - 6) + "AAAAAA";
    String missing = given().get("/v1/probe/unannotated").asString();
    for (String header :
        List.of(
            "Bearer " + expired,
            "Bearer " + altered,
            "Bearer nonsense",
            "Basic bm9uc2Vuc2U6",
            "Basic %%%",
            "Digest x",
            "Bearer")) {
      Response refused = given().header("Authorization", header).get("/v1/probe/asker");
      assertThat(refused.statusCode()).as(header).isEqualTo(401);
      assertThat(refused.asString()).as(header).isEqualTo(missing);
      assertThat(refused.<String>path("code")).isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void neverTakesAKeysRoleFromAToken() {
    String token =
        tokens.issue("cred-10", Set.of("attune-secret"), Instant.now(), Duration.ofHours(1));
    given()
        .header("Authorization", "Bearer " + token)
        .body("{\"sub\":\"cred-11\"}")
        .post("/v1/tokens")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void tellsMissingCredentialsFromMissingRoles() {
    given()
        .body("{\"sub\":\"cred-12\"}")
        .post("/v1/tokens")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
    given()
        .auth()
        .preemptive()
        .basic(WRITE, "")
        .body("{\"sub\":\"cred-12\"}")
        .post("/v1/tokens")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void refusesAnEndpointThatNobodyAnnotated() {
    given().get("/v1/probe/unannotated").then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + SECRET)
        .get("/v1/probe/unannotated")
        .then()
        .statusCode(403);
  }

  @Test
  void leavesHealthAndMetricsOpen() {
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }

  @Test
  void answersAWrongTokenInGraphQlsShapeUnderGraphQl() {
    given()
        .header("Authorization", "Bearer nonsense")
        .contentType(ContentType.JSON)
        .body("{\"query\":\"{__typename}\"}")
        .post("/graphql")
        .then()
        .statusCode(401)
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
        .body("data", nullValue());
  }

  private static Response tokenRequest(String body) {
    return given().header("Authorization", "Bearer " + SECRET).body(body).post("/v1/tokens");
  }
}
