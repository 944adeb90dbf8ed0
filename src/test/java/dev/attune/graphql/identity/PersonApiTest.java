package dev.attune.graphql.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.Sending;
import dev.attune.Tables;
import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonApiTest {
  private static final String ERASE = "mutation { eraseShopper(id: \"%s\") { erased receipt } }";
  private static final String EXPORT =
      "mutation { exportShopper(id: \"%s\") { shopper rows json } }";

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource catalog;

  private final List<String> sent = new ArrayList<>();

  @Test
  void showsTheProfileNowAndAsItWas() {
    new TestShop().product("pa-p1", "Pa", "Pa").product("pa-p2", "Pa", "Pa").open();
    view("pa-phone", "pa-pia", "2026-02-01T10:00:00Z", "pa-p1");
    order("pa-phone", "pa-pia", "2026-02-10T10:00:00Z");
    view("pa-tablet", "pa-pia", "2026-03-01T10:00:00Z", "pa-p2");
    anonymous("pa-tablet", "2026-03-01T10:05:00Z", "pa-p2");

    String now =
        "{ shopperProfile(id: \"customer:pa-pia\"%s) { events sessions lifecycle"
            + " rfm { days orders spent { amount currencyCode } } viewed { product count }"
            + " bought { product } identifiers { kind } consent { personalization } } }";
    JsonPath today = admin().ask(now.formatted(""));
    assertThat(today.getList("data.shopperProfile.bought.product")).containsExactly("pa-p1");
    assertThat(today.getInt("data.shopperProfile.events")).isEqualTo(4);
    assertThat(today.getInt("data.shopperProfile.rfm.orders")).isEqualTo(1);
    assertThat(today.getString("data.shopperProfile.rfm.spent[0].amount")).isEqualTo("40.00");
    assertThat(today.getInt("data.shopperProfile.rfm.days")).isPositive();

    JsonPath then = admin().ask(now.formatted(", at: \"2026-02-12T10:00:00Z\""));
    assertThat(then.getInt("data.shopperProfile.events")).isEqualTo(2);
    assertThat(then.getInt("data.shopperProfile.rfm.days")).isEqualTo(2);
    assertThat(then.getString("data.shopperProfile.lifecycle")).isEqualTo("ONE_TIME_BUYER");
    JsonPath before = admin().ask(now.formatted(", at: \"2026-02-05T10:00:00Z\""));
    assertThat(before.getInt("data.shopperProfile.events")).isEqualTo(1);
    assertThat(before.getString("data.shopperProfile.lifecycle")).isEqualTo("RETURNING");
    JsonPath never = admin().ask(now.formatted(", at: \"2026-01-05T10:00:00Z\""));
    assertThat(never.getInt("data.shopperProfile.events")).isZero();
  }

  @Test
  void tellsWhichSizeWasBoughtAndHowTheShopperGoesByPrices() {
    String variants =
        Stream.of("S", "M", "L")
            .map(
                size ->
                    "{\"id\": \"pa-shirt-%1$s\", \"options\": {\"Size\": \"%1$s\"}}"
                        .formatted(size))
            .collect(Collectors.joining(","));
    given()
        .header("Authorization", "Bearer test-secret-key")
        .body(
            "{\"id\": \"pa-shirt\", \"title\": \"Pa Shirt\", \"price\": 20, \"currency\": \"USD\","
                + " \"variants\": ["
                + variants
                + "]}\n")
        .post("/v1/catalog/import?format=jsonl")
        .then()
        .statusCode(200);
    Sending.secret(
        "track",
        """
        {"messageId": "pa-size-o", "anonymousId": "pa-size-web", "userId": "pa-sized",
         "event": "Order Completed", "properties": {"order_id": "pa-size", "revenue": 20,
           "currency": "USD", "coupon": "pa-less",
           "products": [{"product_id": "pa-shirt", "sku": "pa-shirt-M", "price": 20}]}}
        """);
    Sending.secret(
        "track",
        """
        {"messageId": "pa-size-w", "anonymousId": "pa-size-web", "userId": "pa-sized",
         "event": "Product Added to Wishlist", "properties": {"product_id": "pa-shirt"}}
        """);
    Sending.secret(
        "track",
        """
        {"messageId": "pa-size-p", "anonymousId": "pa-size-web", "userId": "pa-sized",
         "event": "page_view", "context": {"userAgent": "Mozilla/5.0 (iPhone) Mobile/15E148"}}
        """);
    GraphQl shopper = GraphQl.visitor("pa-size-web").signedIn("pa-sized");
    shopper.ask("mutation { notInterested(subject: \"gid://attune/Brand/Pa\") { id } }");

    JsonPath profile =
        admin()
            .ask(
                "{ shopperProfile(id: \"customer:pa-sized\") { tastes { dimension value score }"
                    + " interests { value } priceSensitivity discountAffinity rejected"
                    + " ignored { subject times } wishlist { product } device"
                    + " cadences { subject } } }");

    String taste = "data.shopperProfile.tastes.find { it.value == 'size=%s' }.score";
    assertThat(profile.getDouble(taste.formatted("M"))).isGreaterThan(.5);
    assertThat(profile.getDouble(taste.formatted("S"))).isLessThan(.25);
    assertThat(profile.getList("data.shopperProfile.interests.value")).contains("size=M");
    assertThat(profile.getDouble("data.shopperProfile.discountAffinity")).isEqualTo(1);
    assertThat(profile.getList("data.shopperProfile.rejected"))
        .containsExactly("gid://attune/Brand/Pa");
    assertThat(profile.getList("data.shopperProfile.ignored")).isEmpty();
    assertThat(profile.getList("data.shopperProfile.wishlist.product")).containsExactly("pa-shirt");
    assertThat(profile.getString("data.shopperProfile.device")).isEqualTo("MOBILE");
    assertThat(profile.getList("data.shopperProfile.cadences")).isEmpty();
  }

  @Test
  void anOrderIsBoughtOnceHoweverOftenItIsToldOfAndByWhom() {
    new TestShop().product("pa-once", "Pa", "Pa").open();
    Sending.storefront("track", told("once-s", "Order Completed", "", "pa-once", 2), Map.of());
    for (int i = 0; i < 4; i++) {
      Sending.secret("track", told("once-" + i, "Order Completed", "pa-onny", "pa-once", 2));
    }
    assertThat(bought("customer:pa-onny")).isEqualTo("1 order, 80.00, [2]");
    Sending.secret("track", told("once-r1", "Order Refunded", "pa-onny", "pa-once", 1));
    assertThat(bought("customer:pa-onny")).isEqualTo("1 order, 80.00, [1]");
    Sending.secret("track", told("once-r3", "Order Refunded", "pa-onny", "pa-once", 1));
    assertThat(bought("customer:pa-onny")).isEqualTo("0 order, null, []");
    Sending.secret("track", told("once-r2", "Order Cancelled", "pa-onny", "pa-once", 2));
    assertThat(bought("customer:pa-onny")).isEqualTo("0 order, null, []");
  }

  @Test
  void whoOnlyKnowsTheDeviceChangesNoOrderOfItsCustomer() {
    new TestShop().product("pa-cox", "Pa", "Pa").product("pa-fox", "Pa", "Pa").open();
    Sending.secret("track", told("cox-1", "Order Completed", "pa-coco", "pa-cox", 2));
    for (String event : List.of("Order Cancelled", "Order Refunded", "Order Completed")) {
      String alone = told("cox-" + event, event, "", "pa-cox", 1);
      Sending.storefront("track", alone, Map.of());
      Sending.storefront(
          "track",
          alone
              .replace("cox-" + event, "cox-all-" + event)
              .replaceAll(", \"products.*]", ", \"amount\": 30, \"revenue\": 1"),
          Map.of());
    }
    Sending.storefront("track", told("cox-2", "Order Completed", "", "pa-fox", 1), Map.of());
    String fox = told("cox-3", "Order Cancelled", "", "pa-fox", 1);
    assertThat(bought("customer:pa-coco")).isEqualTo("2 order, 120.00, [1, 2]");
    Sending.storefront("track", fox, Map.of());
    assertThat(bought("customer:pa-coco")).isEqualTo("1 order, 80.00, [2]");
    Sending.secret("track", told("cox-4", "Order Cancelled", "pa-coco", "pa-cox", 2));
    assertThat(bought("customer:pa-coco")).isEqualTo("0 order, null, []");
  }

  /** An event of an order with the name of its product, which costs 40. */
  private static String told(
      String message, String event, String customer, String product, int quantity) {
    String user = customer.isEmpty() ? "" : "\"userId\": \"" + customer + "\",";
    String revenue =
        event.equals("Order Completed") ? "\"revenue\": %d,".formatted(40 * quantity) : "";
    return """
        {"messageId": "pa-told-%1$s", "anonymousId": "%2$s-web", %3$s "event": "%4$s",
         "properties": {"order_id": "o-%2$s", %5$s "currency": "USD", "products": [{"product_id": "%2$s", "quantity": %6$d}]}}
        """
        .formatted(message, product, user, event, revenue, quantity)
        .replace("pa-fox-web", "pa-cox-web");
  }

  private static String bought(String shopper) {
    JsonPath profile =
        admin()
            .ask(
                ("{ shopperProfile(id: \"%s\") { rfm { orders spent { amount } }"
                        + " bought { product count } } }")
                    .formatted(shopper));
    profile.setRootPath("data.shopperProfile");
    List<Integer> counts = new ArrayList<>(profile.getList("bought.count", Integer.class));
    counts.sort(null);
    return "%d order, %s, %s"
        .formatted(profile.getInt("rfm.orders"), profile.getString("rfm.spent[0].amount"), counts);
  }

  @Test
  void exportHasEveryTableOfThePersonAndNothingOfOthers() {
    person("pa-xena");
    view("pa-xena-web", "pa-other", "2026-03-05T10:00:00Z", "pa-others");
    JsonPath answer = admin().ask(EXPORT.formatted("customer:pa-xena"));
    JsonObject tables = new JsonObject(answer.getString("data.exportShopper.json"));
    assertThat(tables.fieldNames())
        .contains("event", "fold", "link", "identity_log", "consent", "decision");
    assertThat(tables.encode())
        .contains("pa-xena@example.com")
        .contains("Xenia-pa-xena")
        .contains("203.0.113.77")
        .doesNotContain("pa-others");
    assertThat(answer.getInt("data.exportShopper.rows"))
        .isEqualTo(
            tables.fieldNames().stream().mapToInt(name -> tables.getJsonArray(name).size()).sum());
  }

  @Test
  void exportHasWhatWasRefusedOfThePersonAlsoWhatNobodyCouldRead() {
    person("pa-rex");
    refused("test-secret-key", "track", 200, "{\"userId\":\"pa-rex\",\"event\":\"Product View\"}");
    refused(
        "test-write-key",
        "batch",
        400,
        "{\"batch\":[{\"userId\":\"pa-rex\",\"mood\":\"pa-low\"},]}");
    String others =
        "{\"batch\":[{\"userId\":\"pa-rex\"},{\"userId\":\"pa-max\",\"mood\":\"pa-high\"},]}";
    refused("test-secret-key", "batch", 400, others);
    refused("test-write-key", "batch", 400, "{\"batch\":[{\"userId\":\"pa-maxine\"},]}");

    JsonPath answer = admin().ask(EXPORT.formatted("customer:pa-rex"));
    JsonObject tables = new JsonObject(answer.getString("data.exportShopper.json"));
    assertThat(tables.getJsonArray("bad_event")).hasSize(3);
    assertThat(tables.getJsonArray("bad_event").encode())
        .contains("Product View", "pa-low")
        .doesNotContain("pa-max", "pa-high");
  }

  private static void refused(String key, String call, int status, String body) {
    given()
        .auth()
        .preemptive()
        .basic(key, "")
        .contentType("application/json")
        .body(body)
        .post("/v1/" + call)
        .then()
        .statusCode(status);
  }

  @Test
  void erasureLeavesNoByteAnywhereAndTheSameEventsDoNotBringThemBack() throws SQLException {
    person("pa-erin");
    assertThat(traces("pa-erin")).isNotEmpty();
    assertThat(Tables.rowsWith(customers, "Xenia-pa-erin")).isNotEmpty();

    JsonObject known =
        new JsonObject(
            admin().ask(EXPORT.formatted("customer:pa-erin")).getString("data.exportShopper.json"));
    JsonPath erased = admin().ask(ERASE.formatted("customer:pa-erin"));
    assertThat(erased.getBoolean("data.eraseShopper.erased")).isTrue();
    assertThat(traces("pa-erin")).isEmpty();
    String receipt = erased.getString("data.eraseShopper.receipt");
    JsonPath audit =
        admin().ask("{ auditLog(what: \"eraseShopper\") { nodes { subject before after } } }");
    audit.setRootPath("data.auditLog.nodes.find { it.subject == '" + receipt + "' }");
    assertThat(new JsonObject(audit.getString("before")).getJsonObject("rows").getInteger("event"))
        .isEqualTo(known.getJsonArray("event").size());
    assertThat(audit.getString("after")).isNull();

    for (String json : sent) {
      JsonPath replay = Sending.secret("batch", "{\"batch\": [" + json + "]}");
      assertThat(replay.getInt("accepted")).isZero();
    }
    assertThat(traces("pa-erin")).isEmpty();
    assertThat(admin().ask(EXPORT.formatted("customer:pa-erin")).getInt("data.exportShopper.rows"))
        .isZero();
    assertThat(Tables.rowsWith(customers, erased.getString("data.eraseShopper.receipt")))
        .hasSize(1);
  }

  @Test
  void whatCannotBeReadIsErasedAndCountedAsWell() throws SQLException {
    person("pa-dam");
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update decision set body = '\\x00'::bytea where owner like '%pa-dam%'");
      statement.executeUpdate("update fold set state = '\\x00'::bytea where owner like '%pa-dam%'");
    }
    JsonPath erased = admin().ask(ERASE.formatted("customer:pa-dam"));
    assertThat(erased.getBoolean("data.eraseShopper.erased")).as(erased.prettify()).isTrue();
    assertThat(traces("pa-dam")).isEmpty();
    JsonPath audit =
        admin().ask("{ auditLog(what: \"eraseShopper\") { nodes { subject before } } }");
    audit.setRootPath(
        "data.auditLog.nodes.find { it.subject == '%s' }"
            .formatted(erased.getString("data.eraseShopper.receipt")));
    assertThat(new JsonObject(audit.getString("before")).getJsonObject("rows").getMap())
        .containsEntry("event", 2)
        .containsKeys("decision", "fold", "link", "identity_log", "consent");
  }

  @Test
  void anEventWithoutATimeThatComesAgainBringsNoChoiceBackEither() throws SQLException {
    String identify =
        """
        {"messageId": "pa-tim-1", "anonymousId": "pa-tim-web", "userId": "pa-tim",
         "context": {"consent": {"categoryPreferences": {"Analytics": true}}}}
        """;
    assertThat(Sending.secret("identify", identify).getInt("accepted")).isEqualTo(1);
    admin().ask(ERASE.formatted("customer:pa-tim"));
    assertThat(Sending.secret("identify", identify).getInt("accepted")).isZero();
    assertThat(Tables.rowsWith(customers, "pa-tim")).isEmpty();
  }

  /** Neither says when it happened. */
  @Test
  void aMessageThatWasErasedDoesNotComeBackByAnotherWay() throws SQLException {
    String viewed =
        """
        {"type": "track", "messageId": "pa-way-%1$s", %2$s "event": "Product Viewed",
         "context": {"consent": {"categoryPreferences": {"Analytics": true}}},
         "properties": {"product_id": "pa-p"}}
        """;
    String device = "\"anonymousId\": \"pa-way-web\",";
    String user = "\"userId\": \"pa-wayne\",";
    assertThat(Sending.secret("track", viewed.formatted(1, device + user)).getInt("accepted"))
        .isEqualTo(1);
    assertThat(Sending.secret("track", viewed.formatted(2, user)).getInt("accepted")).isEqualTo(1);
    admin().ask(ERASE.formatted("customer:pa-wayne"));

    String batch = "{\"batch\": [%s, %s, %s]}";
    JsonPath again =
        Sending.secret(
            "batch",
            batch.formatted(
                viewed.formatted(1, user),
                viewed.formatted(2, device + user),
                viewed.formatted(1, device + user)));
    assertThat(again.getInt("accepted")).isZero();
    JsonPath claimed =
        Sending.storefront("track", viewed.formatted(1, user), Map.of("Attune-Market", "DE"));
    assertThat(claimed.getInt("accepted")).isZero();
    assertThat(Tables.rowsWith(customers, "pa-way")).isEmpty();
    assertThat(Sending.secret("track", viewed.formatted(3, user)).getInt("accepted")).isEqualTo(1);
  }

  @Test
  void whatWasErasedOfASharedDeviceDoesNotComeBackEither() throws SQLException {
    view("pa-kiosk", "pa-kim", "2026-03-01T10:00:00Z", "pa-kims");
    anonymous("pa-kiosk", "2026-03-01T10:05:00Z", "pa-kims-too");
    view("pa-kiosk", "pa-lou", "2026-03-02T10:00:00Z", "pa-lous");
    anonymous("pa-kiosk", "2026-03-03T10:05:00Z", "pa-nobodys");

    assertThat(
            admin().ask(ERASE.formatted("customer:pa-kim")).getBoolean("data.eraseShopper.erased"))
        .isTrue();
    assertThat(Tables.rowsWith(customers, "pa-kim")).isEmpty();
    anonymous("pa-kiosk", "2026-03-01T10:05:00Z", "pa-kims-too");
    assertThat(Tables.rowsWith(customers, "pa-kim")).isEmpty();
    assertThat(Tables.rowsWith(customers, "pa-lous")).isNotEmpty();
    assertThat(Tables.rowsWith(customers, "pa-nobodys")).isNotEmpty();

    view("pa-kiosk", "pa-max", "2026-03-04T10:00:00Z", "pa-maxs");
    GraphQl kiosk = GraphQl.visitor("pa-kiosk");
    assertThat(kiosk.ask("mutation { forgetMe { erased } }").getBoolean("data.forgetMe.erased"))
        .isTrue();
    assertThat(Tables.rowsWith(customers, "pa-nobodys")).isEmpty();
    anonymous("pa-kiosk", "2026-03-03T10:05:00Z", "pa-nobodys");
    assertThat(Tables.rowsWith(customers, "pa-nobodys")).isEmpty();
    assertThat(Tables.rowsWith(customers, "pa-lous")).isNotEmpty();
  }

  @Test
  void aDeviceThatWasSharedGivesNobodysSessionsToNobodyElseWhenOneIsErased() throws SQLException {
    view("pa-hall", "pa-nina", "2026-03-01T10:00:00Z", "pa-p");
    view("pa-hall", "pa-otto", "2026-03-02T10:00:00Z", "pa-p");
    anonymous("pa-hall", "2026-03-03T10:00:00Z", "pa-who-knows");
    String events = "{ shopperProfile(id: \"customer:pa-otto\") { events } }";
    assertThat(admin().ask(events).getInt("data.shopperProfile.events")).isEqualTo(1);

    admin().ask(ERASE.formatted("customer:pa-nina"));
    assertThat(Tables.rowsWith(customers, "pa-nina")).isEmpty();
    assertThat(admin().ask(events).getInt("data.shopperProfile.events")).isEqualTo(1);
    String ids = "{ shopperProfile(id: \"customer:pa-otto\") { identifiers { id standing } } }";
    JsonPath hall = admin().ask(ids);
    assertThat(hall.getString("data.shopperProfile.identifiers[0].standing")).isEqualTo("SHARED");

    String member = hall.getString("data.shopperProfile.identifiers[0].id");
    admin()
        .ask(
            "mutation { unmergeIdentity(shopper: \"customer:pa-otto\", identifiers: [\"%s\"],"
                    .formatted(member)
                + " reason: \"test\") { changed } }");
    assertThat(
            admin()
                .ask("{ shopperProfile(id: \"visitor:pa-hall\") { events } }")
                .getInt("data.shopperProfile.events"))
        .isEqualTo(1);
    assertThat(
            GraphQl.visitor("pa-hall")
                .ask("mutation { forgetMe { erased } }")
                .getBoolean("data.forgetMe.erased"))
        .isTrue();
    assertThat(Tables.rowsWith(customers, "pa-who-knows")).isEmpty();
  }

  @Test
  void whatWasProvenBesideSomebodyElseDoesNotComeBackByThePublicKey() throws SQLException {
    view("pa-couch", "pa-tess", "2026-03-01T10:00:00Z", "pa-p");
    view("pa-couch", "pa-uma", "2026-03-01T10:10:00Z", "pa-p");
    admin().ask(ERASE.formatted("customer:pa-tess"));
    JsonPath replay =
        Sending.storefront(
            "track",
            """
            {"messageId": "2026-03-01T10:00:00Z", "anonymousId": "pa-couch", "userId": "pa-tess",
             "timestamp": "2026-03-01T10:00:00Z", "event": "Product Viewed",
             "properties": {"product_id": "pa-p"}}
            """,
            Map.of());
    assertThat(replay.getInt("accepted")).isZero();
    assertThat(Tables.rowsWith(customers, "pa-tess")).isEmpty();
  }

  @Test
  void aSessionInWhichTwoWereProvenKeepsNoKeyOfWhoWasErased() throws SQLException {
    view("pa-sofa", "pa-rita", "2026-03-01T10:00:00Z", "pa-p");
    view("pa-sofa", "pa-sven", "2026-03-01T10:10:00Z", "pa-p");
    admin().ask(ERASE.formatted("customer:pa-rita"));
    assertThat(Tables.rowsWith(customers, "pa-rita")).isEmpty();
    assertThat(Tables.rowsWith(customers, "pa-sven")).isNotEmpty();
  }

  @Test
  void theirEventsMayArriveMeanwhile() {
    List<CompletableFuture<Void>> shoppers =
        IntStream.range(0, 4)
            .mapToObj(
                one ->
                    CompletableFuture.runAsync(
                        () ->
                            IntStream.range(0, 40)
                                .forEach(
                                    at ->
                                        view(
                                            "pa-busy-web",
                                            "pa-busy",
                                            "2026-03-%02dT10:%02d:00Z".formatted(1 + one, at),
                                            "pa-busy-" + at))))
            .toList();
    for (int i = 0; i < 3; i++) {
      JsonPath answer =
          admin().ask("mutation { eraseShopper(id: \"customer:pa-busy\") { erased } }");
      assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    }
    shoppers.forEach(CompletableFuture::join);
  }

  @Test
  void onlyAdminsExportAndErase() {
    GraphQl merchandiser = GraphQl.nobody().signedIn("pa-mel", "merchandiser");
    assertThat(merchandiser.refusal(ERASE.formatted("customer:pa-x"))).isEqualTo("FORBIDDEN");
    assertThat(merchandiser.refusal(EXPORT.formatted("customer:pa-x"))).isEqualTo("FORBIDDEN");
  }

  /** Somebody with a trace in every table, signed in, with an address, a name and an IP. */
  private void person(String id) {
    remember(
        """
        {"type": "identify", "messageId": "%1$s-i", "anonymousId": "%1$s-web", "userId": "%1$s",
         "timestamp": "2026-03-01T09:00:00Z",
         "traits": {"email": "%1$s@example.com", "firstName": "Xenia-%1$s"},
         "context": {"ip": "203.0.113.77",
           "consent": {"categoryPreferences": {"Analytics": true}}}}
        """
            .formatted(id));
    remember(
        """
        {"type": "track", "messageId": "%1$s-a", "anonymousId": "%1$s-web", "event": "Product Viewed",
         "timestamp": "2026-03-01T09:05:00Z", "properties": {"product_id": "%1$s-likes"}}
        """
            .formatted(id));
    GraphQl shopper = GraphQl.visitor(id + "-web").signedIn(id);
    shopper.ask("mutation { setConsent(consent: {marketingEmail: GRANTED}) { id } }");
    String decision =
        shopper
            .ask("{ home { hero { decision { id } } } }")
            .getString("data.home.hero.decision.id");
    assertThat(decision).isNotBlank();
    String why = "{ decision(id: \"" + decision + "\") { id } }";
    for (int i = 0; i < 200 && Tables.count(customers, "decision", id) == 0; i++) {
      shopper.ask(why);
    }
  }

  private void remember(String json) {
    sent.add(json);
    assertThat(Sending.secret("batch", "{\"batch\": [" + json + "]}").getInt("accepted"))
        .isEqualTo(1);
  }

  private List<String> traces(String id) throws SQLException {
    List<String> rows = new ArrayList<>(Tables.rowsWith(customers, id));
    rows.addAll(Tables.rowsWith(catalog, id));
    return rows;
  }

  private static GraphQl admin() {
    return GraphQl.nobody().signedIn("pa-admin", "admin");
  }

  private static void view(String visitor, String customer, String at, String product) {
    Sending.secret(
        "track",
        """
        {"messageId": "%3$s", "anonymousId": "%1$s", "userId": "%2$s", "timestamp": "%3$s",
         "event": "Product Viewed", "properties": {"product_id": "%4$s"}}
        """
            .formatted(visitor, customer, at, product));
  }

  private static void anonymous(String visitor, String at, String product) {
    Sending.storefront(
        "track",
        """
        {"messageId": "%2$s", "anonymousId": "%1$s", "timestamp": "%2$s",
         "event": "Product Viewed", "properties": {"product_id": "%3$s"}}
        """
            .formatted(visitor, at, product),
        Map.of());
  }

  private static void order(String visitor, String customer, String at) {
    Sending.secret(
        "track",
        """
        {"messageId": "o-%3$s", "anonymousId": "%1$s", "userId": "%2$s", "timestamp": "%3$s",
         "event": "Order Completed", "properties": {"order_id": "%2$s-1", "revenue": 40,
           "currency": "USD", "products": [{"product_id": "pa-p1", "price": 40, "quantity": 1}]}}
        """
            .formatted(visitor, customer, at));
  }
}
