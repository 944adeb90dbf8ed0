package dev.attune.http.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.events.Signal;
import dev.attune.events.SignalsJson;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event is of the market that it names, else of its request's, else of its locale's. */
@QuarkusTest
class MarketOfEventsTest {
  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void theHeaderSaysItWhereTheEventDoesNot() throws SQLException {
    track("moe-header", "{\"locale\":\"en-US\"}", "AT");
    assertThat(market("moe-header")).containsExactly("AT");
    track("moe-name", "{}", "Test-Japan");
    assertThat(market("moe-name")).containsExactly("JP");
  }

  @Test
  void theEventsOwnWordBeatsTheHeader() throws SQLException {
    track("moe-own", "{\"country\":\"fr\"}", "AT");
    assertThat(market("moe-own")).containsExactly("FR");
    track("moe-place", "{\"location\":{\"country\":\"CH\"}}", "AT");
    assertThat(market("moe-place")).containsExactly("CH");
    track("moe-words", "{\"location\":{\"country\":\"Switzerland\"}}", "AT");
    assertThat(market("moe-words")).containsExactly("AT");
  }

  @Test
  void aHeaderThatNamesNoMarketCountsAsNotSent() throws SQLException {
    track("moe-odd", "{\"locale\":\"en-US\"}", "Atlantis");
    assertThat(market("moe-odd")).containsExactly("US");
    track("moe-none", "{}", "Atlantis");
    assertThat(market("moe-none")).isEmpty();
  }

  @Test
  void theContextOfABatchBeatsTheHeader() throws SQLException {
    Sending.storefront(
        "batch",
        "{\"context\":{\"country\":\"IT\"},\"batch\":["
            + view("moe-batch", "{}").replaceFirst("\\{", "{\"type\":\"track\",")
            + ","
            + view("moe-item", "{\"country\":\"ES\"}").replaceFirst("\\{", "{\"type\":\"track\",")
            + "]}",
        Map.of("Attune-Market", "AT"));
    assertThat(market("moe-batch")).containsExactly("IT");
    assertThat(market("moe-item")).containsExactly("ES");
  }

  @Test
  void eventsOfTheMutationAreOfTheHeadersMarketToo() throws SQLException {
    GraphQl shopper = GraphQl.visitor("moe-graph").with("Attune-Market", "test-japan");
    shopper.ask(
        "mutation { track(events: [{messageId: \"moe-graph\", type: PRODUCT_VIEWED, product:"
            + " \"moe-p\"}, {messageId: \"moe-graph-own\", type: PRODUCT_VIEWED, product: \"moe-p\","
            + " context: {country: \"PT\"}}]) { accepted } }");
    assertThat(market("moe-graph")).containsExactly("JP");
    assertThat(market("moe-graph-own")).containsExactly("PT");
  }

  private static void track(String id, String context, String market) {
    Sending.storefront("track", view(id, context), Map.of("Attune-Market", market));
  }

  private static String view(String id, String context) {
    return ("{\"messageId\":\"%1$s\",\"anonymousId\":\"%1$s\",\"event\":\"Product Viewed\","
            + "\"properties\":{\"product_id\":\"moe-p\"},\"context\":%2$s}")
        .formatted(id, context);
  }

  private List<String> market(String messageId) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select signals from event where message_id = ?")) {
      statement.setString(1, messageId);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return SignalsJson.read(row.getString(1)).stream()
            .filter(signal -> signal.kind() == Signal.Kind.MARKET)
            .map(Signal::subject)
            .toList();
      }
    }
  }
}
