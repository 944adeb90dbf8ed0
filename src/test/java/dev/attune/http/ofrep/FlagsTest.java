package dev.attune.http.ofrep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.graphql.experiments.Lab;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenFeature Remote Evaluation Protocol over HTTP. */
@QuarkusTest
class FlagsTest {
  static final String FLAG =
      "surfaces: [FLAG], markets: [\"MT\"], variants: [{key: \"old\", weight: 1, treatment:"
          + " CONTROL}, {key: \"new\", weight: 1, treatment: PERSONALIZED}]";
  private static final String WHO =
      "{\"context\": {\"targetingKey\": \"%s\", \"country\": \"MT\"}}";

  private final Lab lab = new Lab();

  @BeforeEach
  void startAnExperiment() {
    if (lab.merchant().ask("{ experiment(id: \"of-flag\") { id } }").get("data.experiment")
        == null) {
      lab.start("of-flag", FLAG);
    }
  }

  private static Response ask(String path, String body, String key) {
    return given()
        .auth()
        .preemptive()
        .basic(key, "")
        .contentType("application/json")
        .body(body)
        .post("/ofrep/v1/evaluate/flags" + path);
  }

  @Test
  void aFlagIsTheVariantThatTheShopItselfShows() {
    for (int i = 0; i < 8; i++) {
      Response flag = ask("/of-flag", WHO.formatted("of-v" + i), "test-write-key");
      assertThat(flag.statusCode()).as(flag.asString()).isEqualTo(200);
      String shop =
          GraphQl.visitor("of-v" + i)
              .ask("{ shopper(context: {country: \"MT\"}) { experiments { variant } } }")
              .getString("data.shopper.experiments[0].variant");
      assertThat(flag.path("variant").toString()).isEqualTo(shop);
      assertThat(flag.path("value").toString()).isEqualTo(shop);
      assertThat(flag.path("reason").toString()).isEqualTo("SPLIT");
    }
    Response elsewhere =
        ask("/of-flag", "{\"context\": {\"targetingKey\": \"of-other\"}}", "test-write-key");
    assertThat(elsewhere.path("reason").toString()).isEqualTo("DEFAULT");
    assertThat(elsewhere.path("variant").toString()).isEqualTo("old");
  }

  @Test
  void aCountryIsOneInWhateverCase() {
    String who = "{\"context\": {\"targetingKey\": \"of-v1\", \"country\": \"%s\"}}";
    String shown = ask("/of-flag", WHO.formatted("of-v1"), "test-write-key").path("variant");
    for (String country : List.of("mt", " Mt ")) {
      Response flag = ask("/of-flag", who.formatted(country), "test-write-key");
      assertThat(flag.path("reason").toString()).as(country).isEqualTo("SPLIT");
      assertThat(flag.path("variant").toString()).as(country).isEqualTo(shown);
    }
    String elsewhere = who.replace("of-v1", "of-nowhere").formatted("Malta");
    assertThat(ask("/of-flag", elsewhere, "test-write-key").path("reason").toString())
        .isEqualTo("DEFAULT");
  }

  @Test
  void aSegmentOfACountryHoldsInWhateverCaseTheCountryIsWritten() {
    String segment = "of-there-" + UUID.randomUUID().toString().substring(0, 8);
    String saved =
        "mutation { saveSegment(expectedVersion: 0, segment: {id: \"%s\", title: \"There\","
            + " condition: \"shopper.country == 'CY'\"}) { version } }";
    assertThat(lab.merchant().ask(saved.formatted(segment)).getList("errors")).isNull();
    String id = "of-cy-" + segment;
    lab.start(id, FLAG.replace("\"MT\"", "\"cy\"") + ", segments: [\"" + segment + "\"]");
    try {
      String who = "{\"context\": {\"targetingKey\": \"of-v2\", \"country\": \"cy\"}}";
      assertThat(ask("/" + id, who, "test-write-key").path("reason").toString()).isEqualTo("SPLIT");
    } finally {
      lab.close();
    }
  }

  @Test
  void answersInTheProtocolsCodes() {
    assertThat(ask("/of-none", WHO.formatted("of-v"), "test-write-key").statusCode())
        .isEqualTo(404);
    assertThat(
            ask("/of-none", WHO.formatted("of-v"), "test-write-key").path("errorCode").toString())
        .isEqualTo("FLAG_NOT_FOUND");
    assertThat(ask("/of-flag", "{\"context\": {}}", "test-write-key").path("errorCode").toString())
        .isEqualTo("TARGETING_KEY_MISSING");
    assertThat(ask("/of-flag", "{\"context\": ", "test-write-key").path("errorCode").toString())
        .isEqualTo("PARSE_ERROR");
    assertThat(ask("/of-flag", "[]", "test-write-key").path("errorCode").toString())
        .isEqualTo("INVALID_CONTEXT");
    assertThat(ask("/of-flag", WHO.formatted("customer:of-c"), "test-write-key").statusCode())
        .isEqualTo(400);
    assertThat(ask("/of-flag", WHO.formatted("customer:of-c"), "test-secret-key").statusCode())
        .isEqualTo(200);
    assertThat(ask("/of-flag", WHO.formatted("of-v"), "wrong-key").statusCode()).isEqualTo(401);
  }

  @Test
  void aBulkEvaluationIsAnsweredAgainOnlyWhenItChanged() {
    Response bulk = ask("", WHO.formatted("of-bulk"), "test-write-key");
    assertThat(bulk.statusCode()).isEqualTo(200);
    assertThat(bulk.jsonPath().getList("flags.key")).contains("of-flag");
    String tag = bulk.header("ETag");
    assertThat(again(tag).statusCode()).isEqualTo(304);
    assertThat(again("\"older\", W/" + tag).statusCode()).isEqualTo(304);
    assertThat(again("\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesOfOtherOriginsMayAskAndReadTheTag() {
    Response before =
        given()
            .header("Origin", "https://shop.example")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type,if-none-match")
            .options("/ofrep/v1/evaluate/flags/of-flag");
    assertThat(before.statusCode()).isEqualTo(204);
    assertThat(before.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(before.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(before.header("Access-Control-Allow-Headers"))
        .contains("Authorization")
        .contains("Content-Type")
        .contains("If-None-Match");
    Response asked =
        given()
            .auth()
            .preemptive()
            .basic("test-write-key", "")
            .header("Origin", "https://shop.example")
            .contentType("application/json")
            .body(WHO.formatted("of-browser"))
            .post("/ofrep/v1/evaluate/flags");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Expose-Headers")).isEqualTo("ETag");
    assertThat(asked.header("Access-Control-Allow-Credentials")).isNull();
  }

  private static Response again(String tag) {
    return given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .header("If-None-Match", tag)
        .contentType("application/json")
        .body(WHO.formatted("of-bulk"))
        .post("/ofrep/v1/evaluate/flags");
  }
}
