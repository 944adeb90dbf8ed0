package dev.attune;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who asks the running gateway over HTTP, with the headers that say who they are. */
public final class GraphQl {
  private final Map<String, String> headers = new LinkedHashMap<>();

  private GraphQl() {}

  public static GraphQl nobody() {
    return new GraphQl();
  }

  public static GraphQl visitor(String id) {
    return new GraphQl().with("Attune-Visitor", id);
  }

  /** The same with one more header. */
  public GraphQl with(String header, String value) {
    GraphQl more = new GraphQl();
    more.headers.putAll(headers);
    more.headers.put(header, value);
    return more;
  }

  /** The same, signed in as this customer with these roles. */
  public GraphQl signedIn(String customer, String... groups) {
    return with("Authorization", "Bearer " + token(customer, groups));
  }

  /** The whole answer: data and errors. */
  public JsonPath ask(String query) {
    RequestSpecification request = given().contentType("application/json").headers(headers);
    return request
        .body(Map.of("query", query))
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The code of the first error. */
  public String refusal(String query) {
    return ask(query).getString("errors[0].extensions.code");
  }

  /** Tells that these products were viewed, in this order, and returns the version. */
  public String views(String... products) {
    StringBuilder events = new StringBuilder();
    for (String product : products) {
      events
          .append("{messageId: \"")
          .append(java.util.UUID.randomUUID())
          .append("\", type: PRODUCT_VIEWED, product: \"")
          .append(product)
          .append("\"} ");
    }
    JsonPath answer =
        ask("mutation { track(events: [" + events + "]) { accepted version rejected { code } } }");
    if (answer.getInt("data.track.accepted") != products.length) {
      throw new AssertionError("Not all views were accepted: " + answer.prettify());
    }
    return answer.getString("data.track.version");
  }

  /** Tells that a product was put before this shopper so often. */
  public void shows(String product, int times) {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < times; i++) {
      events
          .append("{messageId: \"")
          .append(java.util.UUID.randomUUID())
          .append("\", type: IMPRESSION, product: \"")
          .append(product)
          .append("\"} ");
    }
    JsonPath answer = ask("mutation { track(events: [" + events + "]) { accepted } }");
    if (answer.getInt("data.track.accepted") != times) {
      throw new AssertionError("Not all impressions were accepted: " + answer.prettify());
    }
  }

  private static String token(String customer, String... groups) {
    return given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(Map.of("sub", customer, "groups", groups))
        .post("/v1/tokens")
        .then()
        .statusCode(200)
        .extract()
        .path("token");
  }
}
