package dev.attune.http.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GraphQlGateTest {
  @Test
  void letsAnOrdinaryDocumentPass() {
    post("{shopper{proof consent{source}}}")
        .statusCode(200)
        .body("data.shopper.consent.source", equalTo("DEFAULT"));
  }

  @Test
  void answersQueriesByGetAndNoMutations() {
    given()
        .queryParam("query", "query($id: ID!) {shopper{proof} product(id: $id){id}}")
        .queryParam("variables", "{\"id\": \"gate-nowhere\"}")
        .header("Attune-Visitor", "gate-get")
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .body("data.shopper.proof", equalTo("ANONYMOUS"));
    given()
        .queryParam("query", nested(12))
        .get("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("DOCUMENT_TOO_DEEP"));
    given()
        .queryParam("query", "query a{shopper{id}} mutation b{forgetMe{erased}}")
        .queryParam("operationName", "b")
        .header("Attune-Visitor", "gate-get")
        .get("/graphql")
        .then()
        .statusCode(405);
  }

  @Test
  void letsTheIntrospectionOfTheStandardToolsPass() {
    post(IntrospectionQuery.INTROSPECTION_QUERY)
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.__schema.queryType.name", equalTo("Query"));
  }

  @Test
  void refusesADocumentThatIsTooDeepAndSaysHowDeep() {
    post(nested(11)).statusCode(200).body("errors", nullValue());
    post(nested(12))
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("DOCUMENT_TOO_DEEP"))
        .body("errors[0].message", containsString("depth 13, at most 12"))
        .body("data", nullValue());
    post(nested(1500)).statusCode(400);
  }

  @Test
  void refusesTooManyAliasesRootFieldsAndDirectives() {
    String aliases =
        IntStream.range(0, 31).mapToObj(i -> "a" + i + ":id").collect(Collectors.joining(" "));
    tooLarge("{shopper{" + aliases + "}}", "31 aliases, at most 30");
    tooLarge("{" + "shopper{id}".repeat(21) + "}", "21 root fields, at most 20");
    tooLarge("{shopper{id " + "@include(if:true)".repeat(51) + "}}", "51 directives, at most 50");
    tooLarge("{" + "shopper{id}".repeat(1100) + "}", "4000 tokens");
  }

  @Test
  void leavesASyntaxErrorToTheEngine() {
    post("{shopper{").statusCode(200).body("errors[0].message", notNullValue());
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    post("{shopper{id}}" + "#".repeat(300_000))
        .statusCode(413)
        .body("errors[0].extensions.code", equalTo("BODY_TOO_LARGE"))
        .body("data", nullValue());
  }

  @Test
  void takesOnlyContentTypesThatForceAPreflight() {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      given()
          .config(
              io.restassured.RestAssured.config()
                  .encoderConfig(
                      io.restassured.config.EncoderConfig.encoderConfig()
                          .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
          .contentType(type)
          .body("{\"query\":\"{shopper{id}}\"}")
          .post("/graphql")
          .then()
          .statusCode(415)
          .body("errors[0].extensions.code", equalTo("UNKNOWN_FORMAT"));
    }
  }

  @Test
  void takesJsonThatIsSaidTwiceAsGraphiqlDoes() {
    given()
        .header("Content-Type", "application/json, application/json")
        .body("{\"query\":\"{shopper{proof}}\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.shopper.proof", equalTo("ANONYMOUS"));
  }

  private static void tooLarge(String document, String message) {
    post(document)
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("DOCUMENT_TOO_LARGE"))
        .body("errors[0].message", containsString(message));
  }

  private static String nested(int inner) {
    return "{categories{" + "parent{".repeat(inner - 1) + "id" + "}".repeat(inner - 1) + "}}";
  }

  private static ValidatableResponse post(String document) {
    return given()
        .contentType("application/json")
        .body(new JsonObject().put("query", document).encode())
        .post("/graphql")
        .then();
  }
}
