package dev.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.ingest.bad.BadEvents;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A replica of a later version runs beside this one and stores what this one does not know. */
@QuarkusTest
class LaterVersionTest {
  private static final String VIEW =
      """
      {"messageId": "%s", "anonymousId": "%s", "event": "Product Viewed",
       "properties": {"product_id": "lv-p"}}
      """;

  @Inject BadEvents badEvents;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void healthCountsTheTypesThatItKnows() throws SQLException {
    execute(
        "insert into event_count values (current_date, 'HOLOGRAM_VIEWED', 'lv-later', 1, 0, 0,"
            + " '{1}', now())");
    JsonPath health =
        GraphQl.nobody()
            .signedIn("lv-ana", "analyst")
            .ask("{ eventHealth { checkedAt types { type } } }");
    assertThat(health.getString("data.eventHealth.checkedAt")).as(health.prettify()).isNotBlank();
    execute("delete from event_count where source = 'lv-later'");
  }

  @Test
  void choicesForPurposesOfLaterVersionsKeepNobodyFromSendingAndAsking() throws SQLException {
    execute(
        "alter table consent drop constraint consent_purpose_check",
        "insert into consent values ('visitor:lv-con', 'TELEPATHY', 'GRANTED', now(), 'EXPLICIT')");
    try {
      JsonPath sent = Sending.storefront("track", VIEW.formatted("lv-c1", "lv-con"), Map.of());
      assertThat(sent.getInt("accepted")).isEqualTo(1);
      JsonPath asked =
          GraphQl.visitor("lv-con").ask("{ shopper { id consent { personalization } } }");
      assertThat(asked.getString("data.shopper.consent.personalization"))
          .as(asked.prettify())
          .isEqualTo("GRANTED");
    } finally {
      execute(
          "delete from consent where purpose = 'TELEPATHY'",
          "alter table consent add constraint consent_purpose_check"
              + " check (purpose in ('PERSONALIZATION', 'ANALYTICS', 'MARKETING_EMAIL'))");
    }
  }

  @Test
  void identifiersOfLaterVersionsAreErasedAndShownToNobodyHere() throws SQLException {
    Sending.secret(
        "identify",
        """
        {"messageId": "lv-i1", "anonymousId": "lv-web", "userId": "lv-cus"}
        """);
    execute(
        "insert into link (visitor, customer, kind, first_proof, last_proof, evidence)"
            + " values ('palm:lv-hand', 'customer:lv-cus', 'palm', now(), now(), 'later')");
    GraphQl admin = GraphQl.nobody().signedIn("lv-admin", "admin");
    JsonPath shown =
        admin.ask("{ shopperProfile(id: \"customer:lv-cus\") { identifiers { kind } } }");
    assertThat(shown.getList("data.shopperProfile.identifiers.kind"))
        .as(shown.prettify())
        .containsExactly("web");
    JsonPath erased = admin.ask("mutation { eraseShopper(id: \"customer:lv-cus\") { erased } }");
    assertThat(erased.getBoolean("data.eraseShopper.erased")).as(erased.prettify()).isTrue();
    assertThat(dev.attune.Tables.rowsWith(store, "lv-hand")).isEmpty();
  }

  @Test
  void aBadEventThatALaterVersionKeptKeepsNoOtherFromBeingRetried() throws SQLException {
    String bad =
        VIEW.replace(
            "{\"product_id\": \"lv-p\"}",
            "{\"product_id\": \"lv-p\", \"price\": -1," + " \"currency\": \"USD\"}");
    Sending.storefront("track", bad.formatted("lv-b1", "lv-bad"), Map.of());
    Sending.storefront("track", bad.formatted("lv-b2", "lv-bad"), Map.of());
    Sending.storefront("track", bad.formatted("lv-b3", "lv-bad"), Map.of());
    badEvents.settled().await().atMost(Duration.ofSeconds(20));
    execute(
        "update bad_event set body = replace(body, '-1', '1'), code = 'LV_CODE'"
            + " where message_id like 'lv-b%'",
        "update bad_event set sent = jsonb_set(sent, '{traffic}', '\"ALIEN\"')"
            + " where message_id = 'lv-b1'",
        "update bad_event set sent = jsonb_set(sent, '{visitor}', '\"palm:lv-hand\"')"
            + " where message_id = 'lv-b2'");
    JsonPath retried =
        GraphQl.nobody()
            .signedIn("lv-mia", "merchandiser")
            .ask("mutation { retryBadEvents(code: \"LV_CODE\") { tried accepted refused } }");
    assertThat(retried.getMap("data.retryBadEvents"))
        .as(retried.prettify())
        .containsEntry("tried", 3)
        .containsEntry("accepted", 2)
        .containsEntry("refused", 1);
    execute("delete from bad_event where code = 'LV_CODE'");
  }

  @Test
  void trainingsInStatesOfLaterVersionsHideNoOthers() throws SQLException {
    execute(
        "alter table model_version drop constraint model_version_state_check",
        "insert into model_version (version, trained_at, cut, catalog_version, events, touches,"
            + " shoppers, millis, bytes, state, reason) values"
            + " ('lv-later', now(), now(), '1', 0, 0, 0, '{}', 0, 'DREAMING', 'later'),"
            + " ('lv-known', now(), now(), '1', 0, 0, 0, '{}', 0, 'PROMOTED', 'known')");
    try {
      GraphQl merchandiser = GraphQl.nobody().signedIn("lv-mia", "merchandiser");
      JsonPath shown =
          merchandiser.ask("{ models { versions(first: 100) { nodes { version state } } } }");
      assertThat(shown.getList("data.models.versions.nodes.version"))
          .as(shown.prettify())
          .contains("lv-known")
          .doesNotContain("lv-later");
      assertThat(
              merchandiser.refusal("mutation { rollBackModels(version: \"lv-later\") { inUse } }"))
          .isEqualTo("UNKNOWN_ID");
    } finally {
      execute(
          "delete from model_version where version in ('lv-later', 'lv-known')",
          "alter table model_version add constraint model_version_state_check"
              + " check (state in ('PROMOTED', 'HELD_BACK', 'ROLLED_BACK_TO'))");
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
