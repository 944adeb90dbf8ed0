package dev.attune.graphql.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.RefusedEvents;
import dev.attune.platform.audit.Audit;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadEventsTest {
  @Inject Audit audit;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void keepsWhatWasRefusedWithItsReasonAndCountsItByCodeAndSource() {
    collect(
        "batch",
        "{\"batch\":[%s,%s,%s]}"
            .formatted(
                event("be-1", "be-v1", "\"price\":-5,\"currency\":\"USD\"", "be-lib"),
                event(
                    "be-2",
                    "be-v1",
                    "\"price\":-6,\"currency\":\"USD\",\"mood\":{\"a\":1}",
                    "be-lib"),
                event("be-3", "be-v1", "\"price\":6,\"currency\":\"USD\"", "be-lib")));

    JsonPath bad = RefusedEvents.from("write-key be-lib");

    assertThat(bad.getInt("data.badEvents.totalCount")).isEqualTo(2);
    assertThat(bad.getList("data.badEvents.nodes.messageId")).isEqualTo(List.of("be-2", "be-1"));
    String first = "data.badEvents.nodes[0].";
    assertThat(bad.getString(first + "code")).isEqualTo("INVALID_PRICE");
    assertThat(bad.getString(first + "field")).isEqualTo("properties.price");
    assertThat(bad.getString(first + "call")).isEqualTo("batch");
    assertThat(bad.getString(first + "message")).isNotBlank();
    assertThat(bad.getString(first + "receivedAt")).isNotBlank();
    assertThat(bad.getString(first + "body")).contains("\"mood\":{\"a\":1}");
    assertThat(bad.getBoolean(first + "retriable")).isTrue();
    assertThat(RefusedEvents.count("INVALID_PRICE", "write-key be-lib")).isEqualTo(2);
    JsonPath page =
        analyst()
            .ask(
                "{ badEvents(source: \"write-key be-lib\", first: 1) { nodes { messageId } pageInfo"
                    + " { hasNextPage endCursor } } }");
    assertThat(page.getBoolean("data.badEvents.pageInfo.hasNextPage")).isTrue();
    JsonPath next =
        analyst()
            .ask(
                "{ badEvents(source: \"write-key be-lib\", first: 1, after: \"%s\") { nodes { messageId"
                        .formatted(page.getString("data.badEvents.pageInfo.endCursor"))
                    + " } pageInfo { hasNextPage } } }");
    assertThat(next.getList("data.badEvents.nodes.messageId")).isEqualTo(List.of("be-1"));
    assertThat(next.getBoolean("data.badEvents.pageInfo.hasNextPage")).isFalse();
  }

  @Test
  void whatWasMendedComesInAsItWouldHaveAndTheRestStaysBad() throws SQLException {
    collect("track", event("be-r1", "be-v2", "\"price\":-7,\"currency\":\"USD\"", "be-retry"));
    collect("track", event("be-r2", "be-v2", "\"price\":-8,\"currency\":\"USD\"", "be-retry"));
    List<String> ids = RefusedEvents.from("write-key be-retry").getList("data.badEvents.nodes.id");
    mend("be-r1", "\"price\":-7", "\"price\":7");

    JsonPath retried =
        merchandiser()
            .ask(
                "mutation { retryBadEvents(ids: [\"%s\", \"%s\"]) { tried accepted withheld refused } }"
                    .formatted(ids.get(0), ids.get(1)));

    assertThat(retried.getMap("data.retryBadEvents"))
        .as(retried.prettify())
        .containsEntry("tried", 2)
        .containsEntry("accepted", 1)
        .containsEntry("refused", 1);
    JsonPath left = RefusedEvents.from("write-key be-retry");
    assertThat(left.getList("data.badEvents.nodes.messageId")).isEqualTo(List.of("be-r2"));
    assertThat(left.getInt("data.badEvents.nodes[0].retries")).isEqualTo(1);
    collect("track", event("be-r1", "be-v2", "\"price\":7,\"currency\":\"USD\"", "be-retry"), 0, 1);
    assertThat(audit.recent(50).await().atMost(Duration.ofSeconds(10)))
        .anySatisfy(
            entry -> {
              assertThat(entry.what()).isEqualTo("events.retried");
              assertThat(entry.who()).isEqualTo("be-mia");
              assertThat(entry.afterJson()).contains("\"tried\": 2");
            });
  }

  @Test
  void whatTheTrackMutationRefusesIsKeptAndRetriedAsThatVisitors() throws SQLException {
    JsonPath tracked =
        GraphQl.visitor("be-track")
            .ask(
                "mutation { track(events: [{messageId: \"be-t1\", type: PRODUCT_VIEWED, product:"
                    + " \"gid://attune/Brand/lamp\"}]) { accepted rejected { code } } }");
    assertThat(tracked.getInt("data.track.accepted")).as(tracked.prettify()).isZero();
    JsonPath bad = RefusedEvents.from("track");
    String mine = "data.badEvents.nodes.find { it.messageId == 'be-t1' }.";
    assertThat(bad.getString(mine + "code")).isEqualTo("UNKNOWN_ID");
    assertThat(bad.getString(mine + "call")).isEqualTo("storefront");
    mend("be-t1", "Brand", "Product");

    JsonPath retried =
        merchandiser()
            .ask(
                "mutation { retryBadEvents(ids: [\"%s\"]) { accepted } }"
                    .formatted(bad.getString(mine + "id")));

    assertThat(retried.getInt("data.retryBadEvents.accepted")).isEqualTo(1);
    try (Connection connection = store.getConnection();
        PreparedStatement mended =
            connection.prepareStatement(
                "select origin from event where message_id = 'be-t1' and type ="
                    + " 'PRODUCT_VIEWED'")) {
      var rows = mended.executeQuery();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("visitor:be-track");
    }
  }

  @Test
  void aBodyThatIsNoJsonIsKeptAndCannotBeTriedAgain() {
    given()
        .auth()
        .preemptive()
        .basic("test-secret-key", "")
        .body("{\"batch\":[,be-nojson]}")
        .post("/v1/batch")
        .then()
        .statusCode(400);
    JsonPath bad =
        analyst()
            .ask(
                "{ badEvents(code: \"INVALID_JSON\", first: 50) { nodes { body"
                    + " retriable source } } }");
    String mine = "data.badEvents.nodes.find { it.body != null && it.body.contains('be-nojson') }.";
    assertThat(bad.getBoolean(mine + "retriable")).isFalse();
    assertThat(bad.getString(mine + "source")).isEqualTo("secret-key");
  }

  @Test
  void erasingAPersonErasesTheirBadEvents() {
    collect("track", event("be-e1", "be-gone", "\"price\":-1,\"currency\":\"USD\"", "be-erase"));
    collect("track", event("be-e2", "be-stays", "\"price\":-1,\"currency\":\"USD\"", "be-erase"));
    assertThat(RefusedEvents.from("write-key be-erase").getInt("data.badEvents.totalCount"))
        .isEqualTo(2);
    GraphQl.visitor("be-gone").ask("mutation { forgetMe { erased } }");
    assertThat(
            RefusedEvents.from("write-key be-erase")
                .<String>getList("data.badEvents.nodes.messageId"))
        .containsExactly("be-e2");
  }

  @Test
  void ofWhomeverAllowsNothingOnlyTheReasonIsKept() {
    GraphQl.visitor("be-shy")
        .ask(
            "mutation { setConsent(consent: {personalization: DENIED, analytics: DENIED}) { id }"
                + " }");
    collect("track", event("be-s1", "be-shy", "\"price\":-1,\"currency\":\"USD\"", "be-shy-lib"));
    JsonPath bad = RefusedEvents.from("write-key be-shy-lib");
    assertThat(bad.getString("data.badEvents.nodes[0].code")).isEqualTo("INVALID_PRICE");
    assertThat(bad.getString("data.badEvents.nodes[0].body")).isNull();
    assertThat(bad.getString("data.badEvents.nodes[0].messageId")).isNull();
  }

  @Test
  void inAMarketWhoseDefaultIsDenialOnlyTheReasonIsKeptToo() {
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .header("Attune-Market", "test-iceland")
        .contentType("application/json")
        .body(event("be-is1", "be-isl", "\"price\":-1,\"currency\":\"USD\"", "be-iceland"))
        .post("/v1/track")
        .then()
        .statusCode(200);
    JsonPath bad = RefusedEvents.from("write-key be-iceland");
    assertThat(bad.getString("data.badEvents.nodes[0].code")).isEqualTo("INVALID_PRICE");
    assertThat(bad.getString("data.badEvents.nodes[0].body")).isNull();
    assertThat(bad.getString("data.badEvents.nodes[0].messageId")).isNull();
  }

  @Test
  void whatNoTableCanHoldCostsNoOtherBadEventsTheirPlace() {
    String bad = "\"price\":-1,\"currency\":\"USD\"";
    String before = event("be-n1", "be-nul", bad, "be-nul-lib");
    String nul = event("be-n2", "be-\\u0000", bad, "be-nul-lib");
    collect("batch", "{\"batch\":[%s,%s]}".formatted(before, nul));
    for (String sentAt : List.of("\"\\u0000\"", "\"\\ud800\"", "1e999999", "[1]")) {
      String timed = event("be-n-time", "be-nul", bad, "be-nul-lib");
      collect("batch", "{\"sentAt\":%s,\"batch\":[%s]}".formatted(sentAt, timed));
    }
    JsonPath list = RefusedEvents.from("write-key be-nul-lib");
    assertThat(list.<String>getList("data.badEvents.nodes.messageId"))
        .containsExactlyInAnyOrder(
            "be-n1", "be-n2", "be-n-time", "be-n-time", "be-n-time", "be-n-time");
    List<String> times =
        list.getList("data.badEvents.nodes.findAll { it.messageId == 'be-n-time' }.id");
    JsonPath retried =
        merchandiser()
            .ask(
                "mutation { retryBadEvents(ids: [\"%s\"]) { tried accepted refused } }"
                    .formatted(String.join("\",\"", times)));
    assertThat(retried.getInt("data.retryBadEvents.refused")).as(retried.prettify()).isEqualTo(4);
    assertThat(
            RefusedEvents.from("write-key be-nul-lib")
                .<String>getList(
                    "data.badEvents.nodes.findAll { it.messageId == 'be-n-time' }.code"))
        .containsOnly("INVALID_PRICE");
  }

  @Test
  void whoeverMakesUpSourcesIsCountedTogetherAndNotLeftOut() throws SQLException {
    String many =
        "insert into bad_event (received_at, source, call, code, message, persons, whole, sent)"
            + " select now(), 'be-many ' || n, 'track', 'BE_MANY', '', '{}', false, '{}'"
            + " from generate_series(1, 1100) n";
    execute(many);
    execute(many.replace("' || n", "app'").replace("1100", "3"));
    try {
      JsonPath bad = RefusedEvents.from("be-many app");
      String mine = "data.badEvents.counts.findAll { it.code == 'BE_MANY' }";
      assertThat(bad.getList(mine + ".count").stream().mapToInt(one -> (Integer) one).sum())
          .isEqualTo(1_103);
      assertThat(RefusedEvents.count("BE_MANY", "be-many (others)")).isGreaterThanOrEqualTo(101);
      assertThat(RefusedEvents.count("BE_MANY", "be-many app")).isEqualTo(3);
    } finally {
      execute("delete from bad_event where code = 'BE_MANY'");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  @Test
  void theyAreForOperatorsAndRetryingIsForMerchandisers() {
    String retry = "mutation { retryBadEvents(code: \"INVALID_PRICE\") { tried } }";
    assertThat(GraphQl.nobody().refusal("{ badEvents { totalCount } }")).isEqualTo("FORBIDDEN");
    assertThat(analyst().refusal(retry)).isEqualTo("FORBIDDEN");
    assertThat(analyst().refusal("{ badEvents(source: \"\\u0000\") { totalCount } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(analyst().refusal("{ auditLog(who: \"\\u0000\") { edges { cursor } } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(analyst().refusal("{ badEvents(after: \"x\") { totalCount } }"))
        .isEqualTo("INVALID_CURSOR");
    assertThat(analyst().refusal("{ segments(after: \"!\") { totalCount } }"))
        .isEqualTo("INVALID_CURSOR");
    assertThat(GraphQl.visitor("be-x").refusal(retry)).isEqualTo("FORBIDDEN");
    assertThat(merchandiser().refusal("mutation { retryBadEvents { tried } }"))
        .isEqualTo("MISSING_FIELD");
    assertThat(merchandiser().refusal("mutation { retryBadEvents(ids: [\"x\"]) { tried } }"))
        .isEqualTo("INVALID_VALUE");
  }

  @Test
  void healthTellsWhatCameAndIsForOperators() {
    collect("track", event("be-h1", "be-v9", "\"price\":1,\"currency\":\"USD\"", "be-health"));
    collect(
        "track", event("be-h1", "be-v9", "\"price\":1,\"currency\":\"USD\"", "be-health"), 0, 1);
    JsonPath health =
        analyst()
            .ask(
                "{ eventHealth { checkedAt volumes { type day count } types { type accepted"
                    + " duplicates lastReceived delayP50 delayP95 delayP99 } findings { code"
                    + " subject affected of message } gates } }");
    String views = "data.eventHealth.types.find { it.type == 'PRODUCT_VIEWED' }.";
    assertThat(health.getInt(views + "accepted")).isPositive();
    assertThat(health.getInt(views + "duplicates")).isPositive();
    assertThat(health.getList("data.eventHealth.volumes")).isNotEmpty();
    assertThat(GraphQl.nobody().refusal("{ eventHealth { checkedAt } }")).isEqualTo("FORBIDDEN");
  }

  private static GraphQl analyst() {
    return GraphQl.nobody().signedIn("be-ana", "analyst");
  }

  private static GraphQl merchandiser() {
    return GraphQl.nobody().signedIn("be-mia", "merchandiser");
  }

  private static String event(String id, String visitor, String properties, String library) {
    return """
    {"type":"track","messageId":"%s","anonymousId":"%s","event":"Product Viewed",
     "context":{"library":{"name":"%s"}},"properties":{"product_id":"be-p",%s}}\
    """
        .formatted(id, visitor, library, properties);
  }

  private static void collect(String call, String body) {
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body(body)
        .post("/v1/" + call)
        .then()
        .statusCode(200);
  }

  private static void collect(String call, String body, int accepted, int duplicates) {
    JsonPath answer =
        given()
            .auth()
            .preemptive()
            .basic("test-write-key", "")
            .contentType("application/json")
            .body(body)
            .post("/v1/" + call)
            .jsonPath();
    assertThat(answer.getInt("accepted")).isEqualTo(accepted);
    assertThat(answer.getInt("duplicates")).isEqualTo(duplicates);
  }

  /** Stands for a gateway that was mended: the same event means something now. */
  private void mend(String messageId, String wrong, String right) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update bad_event set body = replace(body, ?, ?) where message_id = ?")) {
      update.setString(1, wrong);
      update.setString(2, right);
      update.setString(3, messageId);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
