package dev.attune.graphql;

import static io.restassured.RestAssured.given;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A storefront that asks as one visitor, maybe signed in. */
record Storefront(@Nullable String visitor, @Nullable String jwt) {
  static Storefront of(String visitor) {
    return new Storefront(visitor, null);
  }

  Storefront signedIn(String token) {
    return new Storefront(visitor, token);
  }

  /** The answer's JSON, errors included. */
  JsonPath ask(String document) {
    RequestSpecification request = given().contentType("application/json");
    if (visitor != null) {
      request.header("Attune-Visitor", visitor);
    }
    if (jwt != null) {
      request.header("Authorization", "Bearer " + jwt);
    }
    return request
        .body(new JsonObject().put("query", document).encode())
        .post("/graphql")
        .jsonPath();
  }

  /** Tells of a look at a product; returns what became of it. */
  JsonPath view(String messageId, String product, String timestamp) {
    return ask(
        """
        mutation { track(events: [{messageId: "%s", type: PRODUCT_VIEWED, product: "%s",
          timestamp: "%s"}]) { accepted duplicates rejected { code message } } }
        """
            .formatted(messageId, new GlobalId(NodeType.PRODUCT, product), timestamp));
  }
}
