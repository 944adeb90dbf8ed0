package dev.attune.events.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.attune.events.EventType;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent.CategoryViewed;
import dev.attune.events.ShopEvent.Impression;
import dev.attune.events.ShopEvent.ListFiltered;
import dev.attune.events.ShopEvent.OrderCompleted;
import dev.attune.events.ShopEvent.OrderRefunded;
import dev.attune.events.ShopEvent.PageViewed;
import dev.attune.events.ShopEvent.ProductTouched;
import dev.attune.events.ShopEvent.Searched;
import dev.attune.events.Signal.Kind;
import dev.attune.events.Traffic;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Arrival LIVE =
      Arrival.live(NOW, MissingNode.getInstance(), Duration.ofSeconds(10));
  private static final SegmentReader READER = new SegmentReader(agent -> agent.contains("bot"));

  @Test
  void readsAProductWithWhatIsAroundIt() {
    Received event =
        valid(
            track(
                "Product Added",
                "\"product_id\":\"p1\",\"sku\":\"s1\",\"price\":\"24.99\",\"currency\":\"usd\","
                    + "\"quantity\":\"2\",\"decision_id\":\"d1\",\"position\":3"));
    ProductTouched touched = (ProductTouched) event.event();
    assertThat(touched.type()).isEqualTo(EventType.CART_ADDED);
    assertThat(touched.lines().get(0).product()).isEqualTo("p1");
    assertThat(touched.lines().get(0).sku()).isEqualTo("s1");
    assertThat(touched.lines().get(0).quantity()).isEqualTo(2);
    assertThat(touched.lines().get(0).price()).hasToString("Money[minor=2499, currency=USD]");
    assertThat(event.context().decisionId()).isEqualTo("d1");
    assertThat(event.context().position()).isEqualTo(3);
    assertThat(event.origin()).isEqualTo(Identifier.visitor("v1"));
    assertThat(event.customer()).isNull();
    assertThat(event.messageId()).isEqualTo("m1");
  }

  @Test
  void doingTheSameAgainIsASecondEventAlsoWithoutAnIdAndARetryIsNone() {
    String added =
        "{\"type\":\"track\",\"event\":\"Product Added\",\"anonymousId\":\"v1\",%s"
            + "\"properties\":{\"product_id\":\"p1\"}}";
    String timeless = added.formatted("");
    assertThat(idAt(0, timeless)).isEqualTo(idAt(9, timeless)).isNotEqualTo(idAt(10, timeless));
    String timed = added.formatted("\"timestamp\":\"2026-01-05T11:00:00Z\",");
    assertThat(idAt(0, timed)).isEqualTo(idAt(3_600, timed));
    Parsed read = READER.read(json(timeless), Sender.server(), Arrival.history(NOW));
    Parsed again =
        READER.read(json(timeless), Sender.server(), Arrival.history(NOW.plusSeconds(99)));
    assertThat(((Parsed.Valid) read).event().messageId())
        .isEqualTo(((Parsed.Valid) again).event().messageId());
  }

  @Test
  void anEventAloneAndInABatchIsTheSame() {
    String alone = "{\"anonymousId\":\"v1\",\"timestamp\":\"2026-01-05T11:00:00Z\",\"name\":\"a\"}";
    String inABatch = alone.replaceFirst("\\{", "{\"type\":\"page\",");
    Parsed read = READER.read(json(alone), "page", Sender.storefront(), LIVE);
    assertThat(((Parsed.Valid) read).event().messageId()).isEqualTo(valid(inABatch).messageId());
    assertThat(valid(inABatch.replace("page", "screen")).messageId())
        .isNotEqualTo(valid(inABatch).messageId());
  }

  private static String idAt(int second, String event) {
    Arrival arrival =
        Arrival.live(NOW.plusSeconds(second), MissingNode.getInstance(), Duration.ofSeconds(10));
    return ((Parsed.Valid) READER.read(json(event), Sender.storefront(), arrival))
        .event()
        .messageId();
  }

  @ParameterizedTest
  @CsvSource({
    "Product Viewed,PRODUCT_VIEWED",
    "product_viewed,PRODUCT_VIEWED",
    "productViewed,PRODUCT_VIEWED",
    "view_item,PRODUCT_VIEWED",
    "Product Clicked,PRODUCT_CLICKED",
    "select_item,PRODUCT_CLICKED",
    "add_to_cart,CART_ADDED",
    "Product Removed,CART_REMOVED",
    "remove_from_cart,CART_REMOVED",
    "Product Added to Wishlist,WISHLIST_ADDED",
    "add_to_wishlist,WISHLIST_ADDED",
    "Products Searched,SEARCHED",
    "search,SEARCHED",
    "Product List Viewed,CATEGORY_VIEWED",
    "view_item_list,CATEGORY_VIEWED",
    "Product List Filtered,LIST_FILTERED",
    "Promotion Viewed,IMPRESSION",
    "view_promotion,IMPRESSION",
    "Promotion Clicked,HERO_CLICKED",
    "select_promotion,HERO_CLICKED",
    "Checkout Started,CHECKOUT_STARTED",
    "begin_checkout,CHECKOUT_STARTED",
    "Order Completed,ORDER_COMPLETED",
    "purchase,ORDER_COMPLETED",
    "Order Refunded,ORDER_REFUNDED",
    "Order Cancelled,ORDER_REFUNDED",
    "refund,ORDER_REFUNDED",
    "Order Updated,PAGE_VIEWED",
    "Cart Viewed,PAGE_VIEWED",
    "Coupon Entered,PAGE_VIEWED",
    "Coupon Applied,PAGE_VIEWED",
    "Coupon Denied,PAGE_VIEWED",
    "Coupon Removed,PAGE_VIEWED",
    "Product Removed from Wishlist,WISHLIST_REMOVED",
    "Product Reviewed,PAGE_VIEWED",
    "Experiment Viewed,PAGE_VIEWED",
    "Email Opened,EMAIL_OPENED",
    "Email Link Clicked,EMAIL_CLICKED",
    "Offer Clicked,OFFER_CLICKED"
  })
  void knowsTheNamesOfBothVocabularies(String name, EventType type) {
    String properties =
        "\"product_id\":\"p1\",\"query\":\"tea\",\"category\":\"teas\",\"promotion_id\":\"x\","
            + "\"order_id\":\"o1\"";
    Received event = valid(track(name, properties));
    assertThat(event.event().type()).isEqualTo(type);
    assertThat(event.signals()).allSatisfy(signal -> assertThat(signal.subject()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Newsletter Widget Opened",
        "Store Locator Used",
        "Product Rated",
        "Video Played",
        "research"
      })
  void takesNamesThatOnlyTheShopKnowsAsPresence(String name) {
    Received event = valid(track(name, "\"product_id\":\"p1\",\"mood\":{\"a\":1}"));
    assertThat(event.event()).isEqualTo(new PageViewed("event/" + name));
    assertThat(event.signals()).extracting("kind").containsExactly(Kind.PAGE);
    assertThat(event.body()).contains(name, "\"mood\":{\"a\":1}");
  }

  @ParameterizedTest
  @CsvSource({
    "Product View,Product Viewed",
    "Prodcut Viewed,Product Viewed",
    "order_complete,Order Completed",
    "Products Viewed,Product Viewed",
    "view_item_lists,view_item_list"
  })
  void refusesAKnownNameThatIsMisspeltAndTellsWhichIsMeant(String name, String meant) {
    Rejection rejection = invalid(track(name, "\"product_id\":\"p1\""));
    assertThat(rejection.code()).isEqualTo(ErrorCode.UNKNOWN_EVENT_TYPE);
    assertThat(rejection.field()).isEqualTo("event");
    assertThat(rejection.message()).endsWith(meant);
  }

  @Test
  void readsGa4sPurchase() {
    Received event =
        valid(
            track(
                "purchase",
                "\"transaction_id\":\"t1\",\"value\":30.5,\"currency\":\"EUR\",\"items\":["
                    + "{\"item_id\":\"a\",\"price\":10.25,\"quantity\":2},"
                    + "{\"item_id\":\"b\",\"price\":10}]"));
    OrderCompleted order = (OrderCompleted) event.event();
    assertThat(order.orderId()).isEqualTo("t1");
    assertThat(order.lines()).hasSize(2);
    assertThat(order.lines().get(0).quantity()).isEqualTo(2);
    assertThat(order.revenue()).hasToString("Money[minor=3050, currency=EUR]");
  }

  @Test
  void takesRevenueFromWhatTheOrderSays() {
    assertThat(revenue("\"total\":20,\"shipping\":5,\"tax\":1.5,\"currency\":\"USD\""))
        .isEqualTo(1350);
    assertThat(revenue("\"subtotal\":18,\"total\":20,\"currency\":\"USD\"")).isEqualTo(1800);
    assertThat(
            revenue(
                "\"currency\":\"USD\",\"products\":[{\"product_id\":\"a\",\"price\":3,"
                    + "\"quantity\":2},{\"product_id\":\"b\",\"price\":1}]"))
        .isEqualTo(700);
  }

  @Test
  void readsListsSearchesAndRefunds() {
    assertThat(valid(track("Product List Viewed", "\"category\":\"Teas\"")).event())
        .isEqualTo(new CategoryViewed("Teas"));
    assertThat(
            valid(
                    track(
                        "view_item_list",
                        "\"item_list_id\":\"related_products\",\"items\":[{\"item_id\":\"a\"}]"))
                .event())
        .isEqualTo(new Impression(java.util.List.of("a"), false));
    assertThat(valid(track("Product List Viewed", "\"products\":[{\"product_id\":\"a\"}]")).event())
        .isEqualTo(new Impression(java.util.List.of("a"), false));
    String filters = "\"category\":\"c\",\"filters\":[{\"type\":\"size\",\"value\":\"M\"}]";
    assertThat(valid(track("Product List Filtered", filters)).event())
        .isEqualTo(new ListFiltered("c", java.util.List.of("size=M")));
    assertThat(valid(track("search", "\"search_term\":\"Green Tea\"")).event())
        .isEqualTo(new Searched("Green Tea"));
    String refund = "\"order_id\":\"o\",\"products\":[{\"sku\":\"a\",\"quantity\":3}]";
    OrderRefunded refunded = (OrderRefunded) valid(track("Order Cancelled", refund)).event();
    assertThat(refunded.lines().get(0).quantity()).isEqualTo(3);
  }

  @Test
  void readsPagesByTheirPath() {
    String page =
        "{\"type\":\"page\",\"anonymousId\":\"v1\",\"context\":{\"page\":{\"url\":"
            + "\"https://shop.example/women?token=x&utm_source=mail&utm_medium=news%20letter\"}}}";
    Received event = valid(page);
    assertThat(event.event()).isEqualTo(new PageViewed("/women"));
    assertThat(event.context().url()).isEqualTo("https://shop.example/women");
    assertThat(event.signals())
        .anySatisfy(
            signal -> {
              assertThat(signal.kind()).isEqualTo(Kind.CAMPAIGN);
              assertThat(signal.subject()).isEqualTo("mail/news letter/");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"product_id\":\"p\",\"price\":-1,\"currency\":\"USD\"|INVALID_PRICE|properties.price",
        "\"product_id\":\"p\",\"price\":\"dear\",\"currency\":\"USD\"|INVALID_PRICE|properties.price",
        "\"product_id\":\"p\",\"price\":1e999,\"currency\":\"USD\"|INVALID_PRICE|properties.price",
        "\"product_id\":\"p\",\"price\":{},\"currency\":\"USD\"|INVALID_PRICE|properties.price",
        "\"product_id\":\"p\",\"price\":5|INVALID_CURRENCY|properties.currency",
        "\"product_id\":\"p\",\"price\":5,\"currency\":\"QQQ\"|INVALID_CURRENCY|properties.currency",
        "\"product_id\":\"p\",\"quantity\":0|INVALID_VALUE|properties.quantity",
        "\"product_id\":\"p\",\"quantity\":1.5|INVALID_VALUE|properties.quantity",
        "\"product_id\":\"p\",\"quantity\":\"-2\"|INVALID_VALUE|properties.quantity",
        "\"name\":\"nameless\"|MISSING_FIELD|properties.product_id",
        "\"product_id\":\"\"|MISSING_FIELD|properties.product_id",
        "\"product_id\":[1]|INVALID_VALUE|properties.product_id",
        "\"items\":[{\"price\":1}]|MISSING_FIELD|properties.items[0].item_id",
        "\"items\":[7]|INVALID_VALUE|properties.items[0]",
        "\"items\":7|INVALID_VALUE|properties.items"
      })
  void namesTheFieldAsTheClientWroteIt(String properties, ErrorCode code, String field) {
    Rejection rejection = invalid(track("Product Viewed", properties));
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.message()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"track\",\"event\":\"Product View\",\"anonymousId\":\"v\"}|UNKNOWN_EVENT_TYPE|event",
        "{\"type\":\"track\",\"anonymousId\":\"v\"}|MISSING_FIELD|event",
        "{\"type\":\"nap\",\"anonymousId\":\"v\"}|UNKNOWN_EVENT_TYPE|type",
        "{\"anonymousId\":\"v\"}|MISSING_FIELD|type",
        "{\"type\":\"page\"}|MISSING_FIELD|anonymousId",
        "{\"type\":\"page\",\"anonymousId\":\"undefined\"}|INVALID_IDENTIFIER|anonymousId",
        "{\"type\":\"page\",\"userId\":\"null\"}|INVALID_IDENTIFIER|userId",
        "{\"type\":\"identify\",\"anonymousId\":\"v\",\"userId\":\"-1\"}|INVALID_IDENTIFIER|userId",
        "{\"type\":\"alias\",\"userId\":\"c\"}|MISSING_FIELD|previousId",
        "{\"type\":\"alias\",\"previousId\":\"0\",\"userId\":\"c\"}|INVALID_IDENTIFIER|previousId",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"soon\"}|INVALID_TIMESTAMP|timestamp",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"2026-01-05T11:00:00\"}|INVALID_TIMESTAMP|timestamp",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"1990-01-02T00:00:00Z\","
            + "\"sentAt\":\"9999-12-30T00:00:00Z\"}|INVALID_TIMESTAMP|timestamp",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"properties\":7}|INVALID_VALUE|properties",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"name\":\"a\\u0000b\"}|INVALID_VALUE|",
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"name\":\"\\ud800\"}|INVALID_VALUE|"
      })
  void refusesWhatNobodyCouldUse(String event, ErrorCode code, String field) {
    Rejection rejection = invalid(event);
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.field()).isEqualTo(field);
  }

  @Test
  void refusesAnOrderWhosePricesAddUpToMoreThanAnybodyHas() {
    String line = "{\"product_id\":\"a\",\"price\":999999999999,\"quantity\":%d}";
    String order = "\"order_id\":\"o\",\"currency\":\"USD\",\"products\":[%s]";
    Rejection rejection =
        invalid(track("Order Completed", order.formatted(line.formatted(100_000))));
    assertThat(rejection.code()).isEqualTo(ErrorCode.INVALID_PRICE);
    assertThat(rejection.field()).isEqualTo("properties.products");
    String many = String.join(",", java.util.Collections.nCopies(2, line.formatted(90_000)));
    assertThat(invalid(track("Order Completed", order.formatted(many))).code())
        .isEqualTo(ErrorCode.INVALID_PRICE);
  }

  @Test
  void refusesAnOrderWithoutItsId() {
    assertThat(invalid(track("Order Completed", "\"total\":1")).field())
        .isEqualTo("properties.order_id");
    assertThat(invalid(track("purchase", "\"value\":1")).field())
        .isEqualTo("properties.transaction_id");
    String lines = "\"order_id\":\"o\",\"products\":[{\"product_id\":\"a\"},{\"name\":\"b\"}]";
    assertThat(invalid(track("Order Completed", lines)).field())
        .isEqualTo("properties.products[1].product_id");
  }

  @Test
  void provesNothingByAUserIdWithThePublicKey() {
    String both = "{\"type\":\"identify\",\"anonymousId\":\"v1\",\"userId\":\"c1\"}";
    Received event = valid(both);
    assertThat(event.origin()).isEqualTo(Identifier.visitor("v1"));
    assertThat(event.customer()).isNull();
    Received claimed = valid("{\"type\":\"page\",\"userId\":\"c1\"}");
    assertThat(claimed.origin()).isEqualTo(new Identifier(Identifier.Type.CLAIMED, "c1"));
    assertThat(claimed.customer()).isNull();
  }

  @Test
  void believesTheSecretKeyAndTheCustomersOwnToken() {
    String both = "{\"type\":\"identify\",\"anonymousId\":\"v1\",\"userId\":\"c1\"}";
    Received event = valid(both, Sender.server(), LIVE);
    assertThat(event.origin()).isEqualTo(Identifier.visitor("v1"));
    assertThat(event.customer()).isEqualTo(Identifier.customer("c1"));
    Received server = valid("{\"type\":\"page\",\"userId\":\"c1\"}", Sender.server(), LIVE);
    assertThat(server.origin()).isEqualTo(Identifier.customer("c1"));
    Received alias =
        valid(
            "{\"type\":\"alias\",\"previousId\":\"v1\",\"userId\":\"c1\"}", Sender.server(), LIVE);
    assertThat(alias.origin()).isEqualTo(Identifier.visitor("v1"));
    assertThat(alias.customer()).isEqualTo(Identifier.customer("c1"));
    Sender own = new Sender(false, Identifier.customer("c1"), null, Traffic.SHOPPER, "Mozilla/5.0");
    assertThat(valid("{\"type\":\"page\",\"anonymousId\":\"v\"}", own, LIVE).customer())
        .isEqualTo(Identifier.customer("c1"));
  }

  @Test
  void keepsAnEventOnItsVisitorWhenTheUserIdIsJunk() {
    String event = "{\"type\":\"page\",\"anonymousId\":\"v1\",\"userId\":\"null\"}";
    Received received = valid(event, Sender.server(), LIVE);
    assertThat(received.origin()).isEqualTo(Identifier.visitor("v1"));
    assertThat(received.customer()).isNull();
  }

  @Test
  void correctsAWrongClockOfALiveClientOnly() {
    String wrong =
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"2026-01-05T08:59:00Z\","
            + "\"sentAt\":\"2026-01-05T09:00:00Z\"}";
    assertThat(valid(wrong).happenedAt()).isEqualTo(NOW.minusSeconds(60));
    Arrival history = Arrival.history(NOW);
    assertThat(valid(wrong, Sender.server(), history).happenedAt())
        .isEqualTo(Instant.parse("2026-01-05T08:59:00Z"));
    String right = wrong.replace("T09:00:00", "T11:59:55").replace("T08:59:00", "T11:50:00");
    assertThat(valid(right).happenedAt()).isEqualTo(Instant.parse("2026-01-05T11:50:00Z"));
    String batched = "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":1767603540000}";
    Arrival batch =
        Arrival.live(NOW, TextNode.valueOf("2026-01-05T09:00:00Z"), Duration.ofSeconds(10));
    assertThat(valid(batched, Sender.storefront(), batch).happenedAt())
        .isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void readsTimesAsClientsWriteThem() {
    String event = "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":%s}";
    for (String written :
        new String[] {
          "\"2026-01-05T12:30:00+0100\"", "1767612600", "\"1767612600000\"", "1767612600.0"
        }) {
      assertThat(valid(event.formatted(written)).happenedAt())
          .as(written)
          .isEqualTo(Instant.parse("2026-01-05T11:30:00Z"));
    }
    assertThat(valid(event.formatted("\"2026-01-05\"")).happenedAt())
        .isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
  }

  @Test
  void takesAnEventAsWrittenWhereNobodyCanReadWhenItWasSent() {
    String event =
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"2026-01-05T08:59:00Z\",\"sentAt\":%s}";
    for (String sentAt : new String[] {"true", "\"just now\"", "\"\"", "{}"}) {
      Received taken = valid(event.formatted(sentAt));
      assertThat(taken.happenedAt()).isEqualTo(Instant.parse("2026-01-05T08:59:00Z"));
      assertThat(taken.context().delivery().uncorrected()).as(sentAt).isTrue();
    }
    Arrival batch =
        Arrival.live(NOW, TextNode.valueOf("2026-01-05T09:00:00Z"), Duration.ofSeconds(10));
    Received corrected = valid(event.formatted("true"), Sender.storefront(), batch);
    assertThat(corrected.happenedAt()).isEqualTo(NOW.minusSeconds(60));
    assertThat(corrected.context().delivery().uncorrected()).isFalse();
    JsonNode timeless = json("{\"type\":\"page\",\"anonymousId\":\"v\",\"sentAt\":true}");
    assertThat(READER.read(timeless, Sender.server(), Arrival.history(NOW)))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class,
            invalid -> assertThat(invalid.rejection().field()).isEqualTo("sentAt"));
  }

  @Test
  void countsAllItemsOfACartEvent() {
    String items =
        "\"items\":[{\"item_id\":\"a\",\"quantity\":2},{\"item_id\":\"b\"},{\"item_id\":\"c\"}]";
    assertThat(valid(track("add_to_cart", items)).signals())
        .extracting(signal -> signal.kind() + " " + signal.subject() + " " + signal.quantity())
        .containsExactly("CART_ADD a 2", "CART_ADD b 1", "CART_ADD c 1");
    assertThat(
            valid(track("Wishlist Product Added to Cart", "\"product_id\":\"p\"")).event().type())
        .isEqualTo(EventType.CART_ADDED);
  }

  @Test
  void refundsTakeMoneyBackAndCancellationsAllOfIt() {
    String part = "\"order_id\":\"o\",\"total\":\"5.00\",\"currency\":\"USD\"";
    assertThat(valid(track("Order Refunded", part)).signals())
        .extracting(signal -> signal.kind() + " " + signal.subject() + " " + signal.quantity())
        .containsExactly("REFUNDED USD/o 500");
    for (String event :
        java.util.List.of(
            track("Order Cancelled", part), track("refund", "\"transaction_id\":\"o\""))) {
      assertThat(valid(event).signals())
          .extracting(signal -> signal.kind() + " " + signal.subject())
          .containsExactly("CANCELLED o");
    }
  }

  @Test
  void marksWhatAClientPutsFarIntoTheFuture() {
    String event = "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"%s\"}";
    Received far = valid(event.formatted("2027-01-01T00:00:00Z"));
    assertThat(far.happenedAt()).isEqualTo(NOW);
    assertThat(far.context().delivery().clamped()).isTrue();
    Received near = valid(event.formatted("2026-01-05T12:00:03Z"));
    assertThat(near.happenedAt()).isEqualTo(NOW);
    assertThat(near.context().delivery().clamped()).isFalse();
  }

  @Test
  void nothingEverHappenedAfterItCame() {
    String event = "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"%s\"}";
    Received farthest = valid(event.formatted("9999-12-31T23:59:59.999Z"));
    assertThat(farthest.happenedAt()).isEqualTo(NOW);
    assertThat(farthest.context().delivery().clamped()).isTrue();
    Received written =
        valid(event.formatted("2036-01-01T00:00:00Z"), Sender.server(), Arrival.history(NOW));
    assertThat(written.happenedAt()).isEqualTo(NOW);
    assertThat(written.context().delivery().clamped()).isTrue();
  }

  @Test
  void namesTheSourceByItsKeyAndLibrary() {
    String event =
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"context\":{\"library\":{\"name\":\"%s\"}}}";
    Arrival byKey = LIVE.by("write-key");
    assertThat(source(event.formatted("@segment/analytics-node"), byKey))
        .isEqualTo("write-key @segment/analytics-node");
    assertThat(source(event.formatted("<script>"), byKey)).isEqualTo("write-key");
    assertThat(source(event.formatted(""), Arrival.history(NOW))).isEqualTo("history");
  }

  private static String source(String event, Arrival arrival) {
    return valid(event, Sender.storefront(), arrival).context().delivery().source();
  }

  @Test
  void putsNothingIntoTheFuture() {
    String future =
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"timestamp\":\"2027-01-01T00:00:00Z\"%s}";
    assertThat(valid(future.formatted("")).happenedAt()).isEqualTo(NOW);
    assertThat(valid(future.formatted(",\"sentAt\":\"2026-06-01T00:00:00Z\"")).happenedAt())
        .isEqualTo(NOW);
    assertThat(valid("{\"type\":\"page\",\"anonymousId\":\"v\"}").happenedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"writeKey", "sentAt"})
  void givesTheSameContentTheSameIdWhatever(String field) {
    String event = "{\"type\":\"page\",\"anonymousId\":\"v\",%s\"name\":\"a\"}";
    String id = valid(event.formatted("")).messageId();
    String extra = "\"" + field + "\":\"2026-01-05T12:00:00Z\",";
    assertThat(valid(event.formatted(extra)).messageId()).isEqualTo(id);
    assertThat(valid(event.formatted("").replace("\"a\"", "\"b\"")).messageId()).isNotEqualTo(id);
  }

  @Test
  void keepsUnknownFieldsAndNeverTheKey() {
    Received event =
        valid("{\"writeKey\":\"k\",\"type\":\"page\",\"anonymousId\":\"v\",\"mood\":{\"a\":[1]}}");
    assertThat(event.body()).contains("\"mood\":{\"a\":[1]}").doesNotContain("writeKey");
  }

  @Test
  void knowsABotByTheUserAgentInTheEvent() {
    String event =
        "{\"type\":\"page\",\"anonymousId\":\"v\",\"context\":{\"userAgent\":\"some bot\"}}";
    assertThat(valid(event).traffic()).isEqualTo(Traffic.BOT);
    assertThat(valid(event.replace("bot", "body")).traffic()).isEqualTo(Traffic.SHOPPER);
  }

  private static long revenue(String properties) {
    OrderCompleted order =
        (OrderCompleted)
            valid(track("Order Completed", "\"order_id\":\"o\"," + properties)).event();
    return order.revenue() == null ? -1 : order.revenue().minor();
  }

  private static String track(String event, String properties) {
    return "{\"type\":\"track\",\"messageId\":\"m1\",\"anonymousId\":\"v1\",\"event\":\""
        + event
        + "\",\"properties\":{"
        + properties
        + "}}";
  }

  private static Received valid(String event) {
    return valid(event, Sender.storefront(), LIVE);
  }

  private static Received valid(String event, Sender sender, Arrival arrival) {
    Parsed parsed = READER.read(json(event), sender, arrival);
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    return ((Parsed.Valid) parsed).event();
  }

  private static Rejection invalid(String event) {
    Parsed parsed = READER.read(json(event), Sender.storefront(), LIVE);
    assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
    return ((Parsed.Invalid) parsed).rejection();
  }

  private static JsonNode json(String text) {
    try {
      return EventJson.read(text);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }
}
