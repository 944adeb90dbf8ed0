package dev.attune.graphql.experiments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.Sending;
import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What came back is taken from the part of the shop that earned it, over HTTP; events are of April
 * 2021, when nobody else was. Pieces are sold at 20 and cost 8.
 */
@QuarkusTest
class RefundsTest {
  private static final String RETURN =
      "{ returnByUseCase(from: \"2021-04-02T00:00:00Z\", to: \"2021-04-20T00:00:00Z\") { useCases {"
          + " useCase orders revenue margin } all { orders revenue margin } } }";
  private static final String P = "{\"product_id\":\"rf-p\",\"quantity\":%d,\"price\":20}";
  private static final String Q = "{\"product_id\":\"rf-q\",\"quantity\":1,\"price\":20}";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  private final Lab lab = new Lab();
  private final StringBuilder history = new StringBuilder();
  private int told;

  @BeforeEach
  void openTheShop() throws SQLException {
    new TestShop().product("rf-p", "Rfshop", "Rfa").product("rf-q", "Rfshop", "Rfa").open();
    decided("rf-home", "rail/HOME_FOR_YOU");
    decided("rf-search", "listing/search");
    decided("rf-cart", "rail/CART_COMPLEMENTARY");
    decided("rf-mail", "rail/EMAIL_PICKS");
  }

  @AfterEach
  void forget() throws SQLException {
    Past.run(customers, "delete from event where origin like 'visitor:rf-%'");
    Past.run(customers, "delete from fold where owner like 'visitor:rf-%'");
    Past.run(customers, "delete from decision where id like 'rf-%'");
  }

  private void decided(String id, String slot) throws SQLException {
    Past.run(
        customers,
        "insert into decision (owner, id, slot, decided_at, basis, body) values"
            + " ('', '%s', '%s', '2021-04-01', 'POPULAR', '')".formatted(id, slot));
  }

  private void tell(String who, String at, String event, String properties) {
    history.append(
        ("{\"type\":\"track\",\"messageId\":\"rf-%d\",\"anonymousId\":\"rf-%s\",\"timestamp\":"
                + "\"2021-%s:00Z\",\"event\":\"%s\",\"properties\":{%s}}\n")
            .formatted(told++, who, at, event, properties));
  }

  /** As a browser tells, whose word proves nothing. */
  private void claimed(String who, String at, String event, String properties) {
    Sending.storefront(
        "track",
        ("{\"messageId\":\"rf-%d\",\"anonymousId\":\"rf-%s\",\"timestamp\":\"2021-%s:00Z\","
                + "\"event\":\"%s\",\"properties\":{\"order_id\":\"rf-o-%s\",\"currency\":\"USD\"%s}}")
            .formatted(told++, who, at, event, who, properties),
        Map.of());
  }

  private void bought(String who, String decision, int revenue, String products) {
    tell(
        who,
        "04-03T10:00",
        "Product Clicked",
        "\"product_id\":\"rf-p\",\"decision_id\":\"%s\"".formatted(decision));
    tell(
        who,
        "04-03T11:00",
        "Order Completed",
        "\"order_id\":\"rf-o-%s\",\"revenue\":%d,\"currency\":\"USD\",\"products\":[%s]"
            .formatted(who, revenue, products));
  }

  private void back(String who, String at, String event, String more) {
    tell(
        who,
        at,
        event,
        "\"order_id\":\"rf-o-"
            + who
            + "\",\"currency\":\"USD\""
            + (more.isEmpty() ? "" : ",")
            + more);
  }

  private JsonPath answer() {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/octet-stream")
        .body(history.toString().getBytes(StandardCharsets.UTF_8))
        .post("/v1/events/import")
        .then()
        .statusCode(200);
    history.setLength(0);
    JsonPath answer = lab.merchant().ask(RETURN);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    return answer;
  }

  private static void part(
      JsonPath answer, String useCase, int orders, double revenue, double margin) {
    String part = useCase.isEmpty() ? "all" : "useCases.find { it.useCase == '" + useCase + "' }";
    answer.setRootPath("data.returnByUseCase." + part);
    assertThat(answer.getInt("orders")).as(useCase).isEqualTo(orders);
    assertThat(answer.getDouble("revenue")).as(useCase).isCloseTo(revenue, within(.001));
    assertThat(answer.getDouble("margin")).as(useCase).isCloseTo(margin, within(.001));
    answer.setRootPath("");
  }

  @Test
  void aPartialRefundTakesItsPartFromWhatEarnedIt() {
    bought("named", "rf-home", 40, P.formatted(1) + "," + Q);
    bought("money", "rf-search", 40, P.formatted(2));
    bought("goods", "rf-cart", 40, P.formatted(2));
    bought("spread", "rf-mail", 40, P.formatted(1) + "," + Q);
    JsonPath before = answer();
    part(before, "HOME", 1, 20, 12);
    part(before, "SEARCH", 1, 40, 24);
    part(before, "CART", 1, 40, 24);
    part(before, "EMAIL", 1, 20, 12);
    part(before, "", 4, 160, 96);

    // of the product that home led to; a cent of the other one would be nobody's
    back(
        "named",
        "04-05T10:00",
        "Order Refunded",
        "\"amount\":15,\"products\":[" + P.formatted(1) + "]");
    // twice some money, for nothing in particular
    back("money", "04-05T10:00", "Order Refunded", "\"amount\":10");
    back("money", "04-06T10:00", "Order Refunded", "\"amount\":5");
    // goods of which nobody says what was paid back, after the time that is looked at
    back("goods", "05-05T10:00", "Order Refunded", "\"products\":[" + P.formatted(1) + "]");
    // shared with the good that nothing led to
    back("spread", "04-05T10:00", "Order Refunded", "\"amount\":10");
    JsonPath after = answer();
    part(after, "HOME", 1, 5, 5);
    part(after, "SEARCH", 1, 25, 9);
    part(after, "CART", 1, 20, 12);
    part(after, "EMAIL", 1, 15, 7);
    part(after, "", 4, 160 - 15 - 15 - 20 - 10, 5 + 12 + 9 + 12 + 14);
  }

  @Test
  void whoOnlyKnowsTheDeviceTakesNothingFromWhatAProvenOrderEarned() {
    bought("proven", "rf-home", 40, P.formatted(2));
    String goods = ",\"products\":[" + P.formatted(2) + "]";
    claimed("proven", "04-03T10:30", "Order Completed", ",\"revenue\":1,\"products\":[" + Q + "]");
    claimed("proven", "04-04T10:00", "Order Refunded", ",\"amount\":30" + goods);
    claimed("proven", "04-04T10:00", "Order Refunded", goods);
    claimed("proven", "04-04T10:00", "Order Cancelled", "");
    claimed("own", "04-03T11:00", "Order Completed", ",\"revenue\":40" + goods);
    JsonPath answer = answer();
    part(answer, "HOME", 1, 40, 24);
    part(answer, "", 2, 80, 48);

    back("proven", "04-05T10:00", "Order Refunded", "\"amount\":15");
    claimed("own", "04-04T10:00", "Order Cancelled", "");
    answer = answer();
    part(answer, "HOME", 1, 25, 9);
    part(answer, "", 1, 25, 9);
  }

  @Test
  void anOrderThatIsCancelledOrWhollyRefundedEarnedNothing() {
    bought("cancel", "rf-home", 20, P.formatted(1));
    bought("whole", "rf-search", 20, P.formatted(1));
    bought("more", "rf-cart", 20, P.formatted(1));
    bought("kept", "rf-mail", 20, P.formatted(1));
    back("cancel", "04-05T10:00", "Order Cancelled", "\"products\":[" + P.formatted(1) + "]");
    back("whole", "04-05T10:00", "Order Refunded", "");
    // with the freight, which was no revenue; the goods stay with the buyer
    back("more", "04-05T10:00", "Order Refunded", "\"amount\":25");
    // an order of somebody else
    tell(
        "other",
        "04-05T10:00",
        "Order Refunded",
        "\"order_id\":\"rf-o-kept\",\"amount\":20,\"currency\":\"USD\"");
    JsonPath answer = answer();
    part(answer, "HOME", 0, 0, 0);
    part(answer, "SEARCH", 0, 0, 0);
    part(answer, "CART", 1, 0, -8);
    part(answer, "EMAIL", 1, 20, 12);
    part(answer, "", 2, 20, 4);
  }
}
