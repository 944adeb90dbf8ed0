package dev.attune;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Posts events as Segment's clients do. */
public final class Sending {
  private Sending() {}

  /** With the shop's secret key, whose word proves. */
  public static JsonPath secret(String call, String json) {
    return post("test-secret-key", call, json, Map.of());
  }

  /** With the public write key, whose word proves nothing. */
  public static JsonPath storefront(String call, String json, Map<String, String> headers) {
    return post("test-write-key", call, json, headers);
  }

  private static JsonPath post(String key, String call, String json, Map<String, String> headers) {
    return given()
        .auth()
        .preemptive()
        .basic(key, "")
        .contentType("application/json")
        .headers(headers)
        .body(json)
        .post("/v1/" + call)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
