package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong in a request is refused with a code and the field, and nothing else is lost. */
@QuarkusTest
class BadInputTest {
  private static final GraphQl SHOPPER = GraphQl.visitor("bi-shopper");

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("bi-cup", "Bicups", "Kiln")
        .unpriced("bi-secret", "Bicups", "Kiln")
        .open();
  }

  @Test
  void answersUnknownIdsWithNullAndACode() {
    JsonPath answer = SHOPPER.ask("{ product(id: \"bi-nowhere\") { id } home { hero { id } } }");
    assertThat(answer.getMap("data.product")).isNull();
    assertThat(answer.getString("data.home.hero.id")).isNotBlank();
    assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("UNKNOWN_ID");
    assertThat(answer.getString("errors[0].extensions.field")).isEqualTo("id");
    assertThat(SHOPPER.refusal("{ category(handle: \"bi-nowhere\") { id } }"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(SHOPPER.refusal("{ node(id: \"bi-nowhere\") { id } }")).isEqualTo("UNKNOWN_ID");
    assertThat(SHOPPER.refusal("{ decision(id: \"bi-nowhere\") { id } }")).isEqualTo("UNKNOWN_ID");
    for (String nul : List.of("bi\\u0000", "gid://attune/Decision/bi\\u0000")) {
      assertThat(SHOPPER.refusal("{ decision(id: \"" + nul + "\") { id } }"))
          .isEqualTo("UNKNOWN_ID");
      assertThat(SHOPPER.refusal("{ node(id: \"" + nul + "\") { id } }")).isEqualTo("UNKNOWN_ID");
    }
  }

  @Test
  void wantsExactlyOneOfIdAndHandle() {
    assertThat(SHOPPER.refusal("{ product { id } }")).isEqualTo("MISSING_FIELD");
    assertThat(SHOPPER.refusal("{ product(id: \"bi-cup\", handle: \"bi-cup\") { id } }"))
        .isEqualTo("MISSING_FIELD");
  }

  @Test
  void doesNotSellWhatHasNoPriceInThisMarket() {
    assertThat(SHOPPER.refusal("{ product(id: \"bi-secret\") { id } }"))
        .isEqualTo("PRICE_UNAVAILABLE");
    assertThat(SHOPPER.refusal("{ product(id: \"bi-cup\", context: {currency: \"EUR\"}) { id } }"))
        .isEqualTo("PRICE_UNAVAILABLE");
  }

  @Test
  void refusesAContextThatMakesNoSense() {
    assertThat(SHOPPER.refusal("{ home(context: {currency: \"QQQ\"}) { hero { id } } }"))
        .isEqualTo("INVALID_CURRENCY");
    assertThat(SHOPPER.refusal("{ home(context: {locale: \"-\"}) { hero { id } } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(
            SHOPPER.refusal(
                "{ a: home(context: {country: \"DE\"}) { hero { id } }"
                    + " b: home(context: {country: \"US\"}) { hero { id } } }"))
        .isEqualTo("CONTEXT_CONFLICT");
  }

  @Test
  void refusesListsThatAreTooLongAndCursorsThatAreNone() {
    assertThat(SHOPPER.refusal("{ home { rails(first: 1000) { id } } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(SHOPPER.refusal("{ feed(after: \"!\") { pageInfo { endCursor } } }"))
        .isEqualTo("INVALID_CURSOR");
  }

  @Test
  void takesTheGoodEventsOfABatchAndNamesTheBadOnes() {
    JsonPath answer =
        SHOPPER.ask(
            """
            mutation { track(events: [
              {messageId: "bi-1", type: PRODUCT_VIEWED, product: "bi-cup"}
              {messageId: "bi-2", type: PRODUCT_VIEWED}
              {messageId: "bi-3", type: CART_ADDED, product: "bi-cup", price: "-1", currency: "USD"}
              {messageId: "bi-4", type: CART_ADDED, product: "bi-cup", price: "5"}
              {messageId: "bi-5", type: CART_ADDED, product: "bi-cup", price: "5", currency: "QQQ"}
              {messageId: "bi-6", type: ORDER_COMPLETED}
              {messageId: "bi-1", type: PRODUCT_VIEWED, product: "bi-cup"}
            ]) { accepted duplicates version rejected { index messageId code field } } }
            """);
    assertThat(answer.getInt("data.track.accepted")).isEqualTo(2);
    assertThat(answer.getInt("data.track.duplicates")).isEqualTo(1);
    assertThat(answer.getList("data.track.rejected.index")).containsExactly(1, 2, 4, 5);
    assertThat(answer.getList("data.track.rejected.code"))
        .containsExactly("MISSING_FIELD", "INVALID_PRICE", "INVALID_CURRENCY", "MISSING_FIELD");
    assertThat(answer.getList("data.track.rejected.field"))
        .containsExactly("product", "price", "currency", "orderId");
  }

  @Test
  void wantsToKnowWhoseEventsTheseAre() {
    String event =
        "mutation { track(events: [{messageId: \"x\", type: PAGE_VIEWED}]) { accepted } }";
    assertThat(GraphQl.nobody().refusal(event)).isEqualTo("MISSING_FIELD");
    assertThat(GraphQl.visitor("null").refusal(event)).isEqualTo("MISSING_FIELD");
    assertThat(GraphQl.visitor("00000000-0000-0000-0000-000000000000").refusal(event))
        .isEqualTo("MISSING_FIELD");
  }
}
