package dev.attune.graphql.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.RefusedEvents;
import dev.attune.Tables;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refused events of people who were erased, sent once more. */
@QuarkusTest
class ErasedAgainTest {
  private static final String FORGET = "mutation { forgetMe { erased } }";

  @Inject RefusedEvents refused;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Test
  void whatWasRefusedOfAnErasedPersonIsCountedAndSaysNothingWhenItComesAgain() throws SQLException {
    List<String> sent =
        List.of(
            event("\"messageId\":\"ea-m1\"", "ea-ann", "ea-lib"),
            event("\"integrations\":{}", "ea-ann", "ea-lib"),
            event("\"timestamp\":\"%s\"".formatted(ago(60)), "ea-ann", "ea-lib"),
            event("\"messageId\":7,\"timestamp\":\"soon\"", "ea-ann", "ea-lib"));
    sent.forEach(event -> send("test-write-key", event));
    assertThat(kept("ea-ann")).hasSize(4);
    assertThat(kept("Ea-Lane")).hasSize(4);

    GraphQl.visitor("ea-ann").ask(FORGET);
    assertThat(Tables.rowsWith(customers, "ea-ann")).isEmpty();

    for (String event : sent) {
      String later = event.substring(0, event.length() - 1) + ",\"sentAt\":\"%s\"}";
      send("test-write-key", later.formatted(Instant.now()));
    }
    send(
        "test-write-key",
        event(
            "\"messageId\":\"ea-late\",\"timestamp\":\"%s\"".formatted(ago(30)),
            "ea-ann",
            "ea-lib"));
    assertThat(kept("ea-ann")).isEmpty();
    assertThat(kept("Ea-Lane")).isEmpty();
    assertThat(RefusedEvents.count("INVALID_PRICE", "write-key ea-lib")).isEqualTo(5);
  }

  @Test
  void whoComesBackIsNewAndOthersBadEventsAreKeptAllAlong() throws SQLException {
    send("test-write-key", event("\"messageId\":\"ea-n1\"", "ea-new", "ea-lib2"));
    assertThat(kept("ea-new")).hasSize(1);
    GraphQl.visitor("ea-new").ask(FORGET);

    send("test-write-key", event("\"messageId\":\"ea-n2\"", "ea-new", "ea-lib2"));
    send("test-write-key", event("\"messageId\":\"ea-n1\"", "ea-other", "ea-lib2"));
    assertThat(kept("ea-new")).hasSize(1).allMatch(row -> row.contains("ea-n2"));
    assertThat(kept("ea-other")).hasSize(1);
  }

  @Test
  void aCustomersComeBackNeitherByTheKeyThatProvesNorByTheOneThatClaims() throws SQLException {
    String event = event("\"userId\":\"ea-cid\",\"messageId\":\"ea-c1\"", "ea-cid-web", "ea-lib3");
    String claimed =
        event("\"userId\":\"ea-cid\",\"messageId\":\"ea-c2\"", "ea-cid-bar", "ea-lib3");
    send("test-secret-key", event);
    send("test-write-key", claimed);
    assertThat(kept("ea-cid")).hasSize(2);
    GraphQl.nobody()
        .signedIn("ea-admin", "admin")
        .ask("mutation { eraseShopper(id: \"customer:ea-cid\") { erased } }");
    assertThat(Tables.rowsWith(customers, "ea-cid")).isEmpty();

    send("test-secret-key", event);
    send("test-write-key", claimed);
    assertThat(kept("ea-cid")).isEmpty();
  }

  @Test
  void aBodyThatNobodyCouldReadIsKnownAgainWheneverItWasSent() throws SQLException {
    String broken =
        "{\"sentAt\":\"%s\",\"batch\":[{\"userId\":\"ea-bro\",\"email\":\"ea-bro@example.com\"},]}";
    refused(broken.formatted("2026-01-01T00:00:00Z"));
    assertThat(kept("ea-bro")).hasSize(1);
    GraphQl.visitor("ea-bro-web").signedIn("ea-bro").ask(FORGET);
    assertThat(Tables.rowsWith(customers, "ea-bro")).isEmpty();

    refused(broken.formatted("2026-01-02T00:00:00Z"));
    assertThat(kept("ea-bro")).isEmpty();
    refused(broken.replace("ea-bro", "ea-sis"));
    assertThat(kept("ea-sis")).hasSize(1);
  }

  @Test
  void whatTheTrackMutationRefusedIsOneVisitorsAlone() throws SQLException {
    String track =
        "mutation { track(events: [{messageId: \"ea-t1\", type: PRODUCT_VIEWED, product:"
            + " \"gid://attune/Brand/ea-lamp\"}]) { accepted } }";
    GraphQl.visitor("ea-tim").ask(track);
    GraphQl.visitor("ea-tom").ask(track);
    assertThat(kept("ea-lamp")).hasSize(2);
    GraphQl.visitor("ea-tim").ask(FORGET);

    GraphQl.visitor("ea-tim").ask(track);
    assertThat(kept("ea-tim")).isEmpty();
    GraphQl.visitor("ea-tom").ask(track);
    assertThat(kept("ea-tom")).hasSize(2);
    assertThat(kept("ea-lamp")).hasSize(2);
  }

  @Test
  void whatWasRefusedAloneIsKnownInABatchAndByTheKeyThatClaims() throws SQLException {
    String alone =
        """
        {"userId":"ea-way","event":"Product Viewed","properties":{"product_id":"p","price":-1,"currency":"USD"}}\
        """;
    String numbered = alone.replaceFirst("\\{", "{\"messageId\":77,");
    send("test-secret-key", alone);
    send("test-secret-key", numbered);
    assertThat(kept("ea-way")).hasSize(2);
    GraphQl.nobody()
        .signedIn("ea-admin", "admin")
        .ask("mutation { eraseShopper(id: \"customer:ea-way\") { erased } }");

    String typed = alone.replaceFirst("\\{", "{\"type\":\"track\",");
    String consent = "\"context\":{\"consent\":{\"categoryPreferences\":{\"Analytics\":true}}}";
    for (String key : List.of("test-secret-key", "test-write-key")) {
      given()
          .auth()
          .preemptive()
          .basic(key, "")
          .contentType("application/json")
          .body("{\"batch\":[%s],%s}".formatted(typed, consent))
          .post("/v1/batch")
          .then()
          .statusCode(200);
      send(key, alone);
      send(key, numbered.replace("-1", "-2"));
    }
    assertThat(kept("ea-way")).isEmpty();
    send("test-secret-key", numbered.replace("-1", "2"));
    assertThat(Tables.rowsWith(customers, "ea-way")).isEmpty();
  }

  /** Refused for its price, with an address in it. */
  private static String event(String more, String visitor, String library) {
    return """
           {"type":"track","anonymousId":"%s",%s,"event":"Product Viewed",
            "context":{"library":{"name":"%s"},"traits":{"street":"Ea-Lane"}},
            "properties":{"product_id":"ea-p","price":-1,"currency":"USD"}}\
           """
        .formatted(visitor, more, library);
  }

  private static String ago(long seconds) {
    return Instant.now().minusSeconds(seconds).toString();
  }

  private static void send(String key, String event) {
    given()
        .auth()
        .preemptive()
        .basic(key, "")
        .contentType("application/json")
        .body(event)
        .post("/v1/track")
        .then()
        .statusCode(200);
  }

  private static void refused(String body) {
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body(body)
        .post("/v1/batch")
        .then()
        .statusCode(400);
  }

  private List<String> kept(String text) throws SQLException {
    return refused.rowsWith(text);
  }
}
