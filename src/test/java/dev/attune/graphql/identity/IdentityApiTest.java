package dev.attune.graphql.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentityApiTest {
  private static final String PROFILE =
      """
      { shopperProfile(id: "%s") {
          id events lifecycle identifiers { id kind masked standing customers evidence } } }
      """;

  private static final String HEALTH =
      """
      { identityHealth(log: 100) { customers identifiers
          findings { code count message fix examples { about count } }
          log { kind identifier shopper evidence who } } }
      """;

  @Test
  void unmergingGivesBothBackWhatIsTheirsAndTheSameProofDoesNotJoinAgain() {
    GraphQl device = GraphQl.visitor("ia-device");
    device.views("ia-before");
    device.signedIn("ia-cara").views("ia-signed-in");
    assertThat(events("customer:ia-cara")).isEqualTo(2);
    assertThat(events("visitor:ia-device")).as("stands for its customer").isEqualTo(2);

    JsonPath merged = operator().ask(PROFILE.formatted("customer:ia-cara"));
    String member = merged.getString("data.shopperProfile.identifiers[0].id");
    assertThat(merged.getString("data.shopperProfile.identifiers[0].standing")).isEqualTo("JOINED");
    assertThat(merged.getString("data.shopperProfile.identifiers[0].evidence"))
        .isEqualTo("PRODUCT_VIEWED with the customer's token");

    JsonPath apart = edit("unmergeIdentity", "customer:ia-cara", member);
    assertThat(apart.getInt("data.unmergeIdentity.changed")).isEqualTo(1);
    assertThat(events("customer:ia-cara")).as("what was proven stays").isEqualTo(1);
    assertThat(events("visitor:ia-device")).as("what was not is the device's").isEqualTo(1);
    JsonPath audit =
        GraphQl.nobody()
            .signedIn("ia-admin", "admin")
            .ask("{ auditLog(what: \"unmergeIdentity\", first: 1) { nodes { before after } } }");
    assertThat(audit.getString("data.auditLog.nodes[0].before"))
        .contains("\"" + member + "\": \"JOINED\"");
    assertThat(audit.getString("data.auditLog.nodes[0].after"))
        .contains("\"" + member + "\": \"APART\"")
        .doesNotContain("ia-device");
    assertThat(edit("unmergeIdentity", "customer:ia-cara", member).getInt(changed("unmerge")))
        .isZero();

    device.signedIn("ia-cara").views("ia-again");
    assertThat(events("customer:ia-cara")).isEqualTo(2);
    assertThat(events("visitor:ia-device")).isEqualTo(1);
    assertThat(finding("REFUSED_JOIN").getString("examples.about")).contains(member);

    assertThat(edit("rejoinIdentity", "customer:ia-cara", member).getInt(changed("rejoin")))
        .isEqualTo(1);
    assertThat(events("customer:ia-cara")).isEqualTo(3);
    List<String> kinds =
        operator()
            .ask(HEALTH)
            .getList("data.identityHealth.log.findAll { it.identifier == '" + member + "' }.kind");
    assertThat(kinds).containsExactly("REJOIN", "REFUSED", "SPLIT", "JOIN");
  }

  @Test
  void aJoinBySigningInAloneComesApartToo() {
    GraphQl device = GraphQl.visitor("ia-token");
    device.views("ia-p1");
    device.signedIn("ia-tom").ask("mutation { identify { id } }");
    assertThat(events("customer:ia-tom")).isEqualTo(2);
    edit("unmergeIdentity", "customer:ia-tom", "visitor:ia-token");
    assertThat(events("visitor:ia-token")).isEqualTo(1);
  }

  @Test
  void aShopperHasTheFiveOfAKindThatWereProvenLast() {
    for (int i = 1; i <= 7; i++) {
      track("ia-many-" + i, "ia-mia", "2026-03-0" + i + "T10:00:00Z");
      anonymous("ia-many-" + i, "2026-03-0" + i + "T20:00:00Z");
    }
    JsonPath profile = operator().ask(PROFILE.formatted("customer:ia-mia"));
    assertThat(profile.getList("data.shopperProfile.identifiers.standing"))
        .containsExactly("JOINED", "JOINED", "JOINED", "JOINED", "JOINED", "LEFT_OUT", "LEFT_OUT");
    assertThat(profile.getInt("data.shopperProfile.events")).isEqualTo(7 + 5);
    assertThat(finding("TOO_MANY_IDENTIFIERS").getString("examples.about"))
        .contains(profile.getString("data.shopperProfile.id"));
  }

  @Test
  void appsAndBrowsersAreCountedApart() {
    for (int i = 1; i <= 4; i++) {
      track("ia-web-" + i, "ia-walt", "2026-03-0" + i + "T10:00:00Z");
      Sending.secret(
          "track",
          """
          {"messageId": "ia-app-%1$d", "anonymousId": "ia-app-%1$d", "userId": "ia-walt",
           "timestamp": "2026-03-0%1$dT11:00:00Z", "event": "Product Viewed",
           "properties": {"product_id": "ia-p"}, "context": {"device": {"type": "ios"}}}
          """
              .formatted(i));
    }
    assertThat(
            operator()
                .ask(PROFILE.formatted("customer:ia-walt"))
                .getList("data.shopperProfile.identifiers.standing"))
        .hasSize(8)
        .containsOnly("JOINED");
  }

  @Test
  void theSecretKeyNamesEmailsAndIdsOfTheShopsOwnAndThePublicKeyNamesNone() {
    String identify =
        """
        {"messageId": "%1$s", "anonymousId": "%1$s", %2$s
         "traits": {"email": "Ida@Example.com"},
         "context": {"externalIds": [
           {"id": "4711", "type": "loyalty_card", "collection": "users", "encoding": "none"},
           {"id": "undefined", "type": "crm"}]}}
        """;
    Sending.storefront("identify", identify.formatted("ia-public", ""), Map.of());
    Sending.secret("identify", identify.formatted("ia-ida-web", "\"userId\": \"ia-ida\","));

    JsonPath profile = operator().ask(PROFILE.formatted("email:ida@example.com"));
    assertThat(profile.getList("data.shopperProfile.identifiers.kind"))
        .containsExactly("email", "external:loyalty_card", "web");
    assertThat(profile.getList("data.shopperProfile.identifiers.masked").toString())
        .doesNotContain("4711")
        .doesNotContain("xample");
    Sending.secret(
        "track",
        """
        {"messageId": "ia-till", "event": "Order Completed", "timestamp": "2026-03-01T10:00:00Z",
         "properties": {"order_id": "ia-till-1", "products": [{"product_id": "ia-p"}]},
         "context": {"externalIds": [{"id": "4711", "type": "loyalty_card"}]}}
        """);
    assertThat(events("external:loyalty_card=4711")).isEqualTo(2);
    assertThat(events("customer:ia-ida")).isEqualTo(2);
  }

  @Test
  void anEmailOfTwoCustomersJoinsNobodyAndIsListed() {
    for (String customer : List.of("ia-eva", "ia-eve")) {
      Sending.secret(
          "identify",
          """
          {"messageId": "m-%1$s", "anonymousId": "v-%1$s", "userId": "%1$s",
           "traits": {"email": "ia-both@example.com"}}
          """
              .formatted(customer));
    }
    JsonPath profile = operator().ask(PROFILE.formatted("customer:ia-eva"));
    assertThat(profile.getString("data.shopperProfile.identifiers[0].standing"))
        .isEqualTo("SHARED");
    assertThat(profile.getInt("data.shopperProfile.identifiers[0].customers")).isEqualTo(2);
    assertThat(events("customer:ia-eve")).isEqualTo(1);
    assertThat(finding("SHARED_IDENTIFIER").getInt("count")).isPositive();
  }

  @Test
  void junkIdentifiesNobodyAndIsCounted() {
    for (String junk : List.of("null", "undefined", "anonymous", "-1", "0000-00", "   ")) {
      JsonPath answer =
          Sending.secret(
              "track",
              """
              {"messageId": "ia-junk-%1$s", "anonymousId": "%1$s", "userId": "ia-june",
               "event": "Product Viewed", "properties": {"product_id": "ia-p"}}
              """
                  .formatted(junk));
      assertThat(answer.getInt("accepted")).as(junk).isEqualTo(1);
    }
    JsonPath profile = operator().ask(PROFILE.formatted("customer:ia-june"));
    assertThat(profile.getList("data.shopperProfile.identifiers")).isEmpty();
    assertThat(profile.getInt("data.shopperProfile.events")).isEqualTo(6);
    assertThat(finding("JUNK_IDENTIFIER").getInt("count")).isGreaterThanOrEqualTo(5);
    assertThat(finding("JUNK_IDENTIFIER").getString("fix")).contains("id");
  }

  @Test
  void whatIsTooLongForAnIdIsCountedWithoutBeingKept() {
    for (String before : List.of("one", "two", "\\u0000")) {
      Sending.secret(
          "page",
          "{\"anonymousId\": \"%s\", \"userId\": \"ia-jo\"}"
              .formatted(before + "ia-long@example.com" + "x".repeat(200)));
    }
    JsonPath junk = finding("JUNK_IDENTIFIER");
    assertThat(junk.getList("examples.about")).contains("(longer than 200 characters)");
    assertThat(junk.prettify()).doesNotContain("ia-long@example.com");
  }

  @Test
  void nobodyWithoutARoleLooksOrEdits() {
    GraphQl shopper = GraphQl.visitor("ia-nosy").signedIn("ia-nosy");
    assertThat(shopper.refusal(HEALTH)).isEqualTo("FORBIDDEN");
    assertThat(shopper.refusal(PROFILE.formatted("customer:ia-cara"))).isEqualTo("FORBIDDEN");
    GraphQl analyst = GraphQl.nobody().signedIn("ia-ana", "analyst");
    assertThat(analyst.refusal(mutation("unmergeIdentity", "customer:x", "visitor:x")))
        .isEqualTo("FORBIDDEN");
    assertThat(operator().refusal(PROFILE.formatted("anna"))).isEqualTo("UNKNOWN_ID");
    assertThat(operator().refusal(mutation("unmergeIdentity", "customer:ia-x", "visitor:ia-x")))
        .isEqualTo("UNKNOWN_ID");
  }

  private static GraphQl operator() {
    return GraphQl.nobody().signedIn("ia-operator", "merchandiser");
  }

  private static int events(String id) {
    return operator().ask(PROFILE.formatted(id)).getInt("data.shopperProfile.events");
  }

  private static JsonPath finding(String code) {
    JsonPath health = operator().ask(HEALTH);
    Map<String, Object> found =
        health.getMap("data.identityHealth.findings.find { it.code == '" + code + "' }");
    assertThat(found).as(code).isNotNull();
    return new JsonPath(new io.vertx.core.json.JsonObject(found).encode());
  }

  private static JsonPath edit(String what, String shopper, String identifier) {
    return operator().ask(mutation(what, shopper, identifier));
  }

  private static String mutation(String what, String shopper, String identifier) {
    return "mutation { %s(shopper: \"%s\", identifiers: [\"%s\"], reason: \"wrong person\")"
            .formatted(what, shopper, identifier)
        + " { shopper changed identifiers { standing } } }";
  }

  private static String changed(String what) {
    return "data." + what + "Identity.changed";
  }

  private static void track(String visitor, String customer, String at) {
    Sending.secret(
        "track",
        """
        {"messageId": "m-%1$s", "anonymousId": "%1$s", "userId": "%2$s", "timestamp": "%3$s",
         "event": "Product Viewed", "properties": {"product_id": "ia-p"}}
        """
            .formatted(visitor, customer, at));
  }

  private static void anonymous(String visitor, String at) {
    Sending.storefront(
        "track",
        """
        {"messageId": "a-%1$s", "anonymousId": "%1$s", "timestamp": "%2$s",
         "event": "Product Viewed", "properties": {"product_id": "ia-p"}}
        """
            .formatted(visitor, at),
        Map.of());
  }
}
