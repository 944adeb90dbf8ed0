package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.Sending;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Sent;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.security.OwnTokens;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.record.DecisionLog;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetMeTest {
  private static final String FORGET = "mutation { forgetMe { erased receipt } }";

  @Inject OwnTokens tokens;
  @Inject VisitorTokens visitors;
  @Inject DecisionLog decisions;
  @Inject BadEvents badEvents;
  @Inject Ingest ingest;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  private final Instant now = Instant.now();

  @Test
  void nothingOfAVisitorIsLeftAndOldEventsComeBackToNothing() throws SQLException {
    Storefront visitor = Storefront.of("fm-lone");
    accepted(visitor.view("m1", "fm-p", ago(60)));
    visitor.ask("mutation { setConsent(consent: {marketingEmail: GRANTED}) { id } }");
    String decision =
        visitor
            .ask("{ home { hero { decision { id } } } }")
            .getString("data.home.hero.decision.id");
    assertThat(rowsWith("fm-lone")).isNotEmpty();

    JsonPath answer = visitor.ask(FORGET);
    assertThat(answer.getBoolean("data.forgetMe.erased")).isTrue();
    assertThat(answer.getString("data.forgetMe.receipt")).isNotBlank();
    settled(decision);
    assertThat(rowsWith("fm-lone")).isEmpty();

    JsonPath again = visitor.view("m1", "fm-p", ago(60));
    assertThat(again.getString("data.track.rejected[0].code")).isEqualTo("CONSENT_DENIED");
    assertThat(rowsWith("fm-lone")).isEmpty();
    accepted(visitor.view("m2", "fm-p", Instant.now().toString()));
    assertThat(rowsWith("fm-lone")).isNotEmpty();
  }

  @Test
  void theSameMessagesDoNotComeBackAlsoWhereTheySayNoTime() throws SQLException {
    Storefront visitor = Storefront.of("fm-timeless");
    String track =
        "mutation { track(events: [{messageId: \"%s\", type: PRODUCT_VIEWED, product: \"fm-p\"}])"
            + " { accepted rejected { code } } }";
    accepted(visitor.ask(track.formatted("t1")));
    assertThat(visitor.ask(FORGET).getBoolean("data.forgetMe.erased")).isTrue();
    assertThat(visitor.ask(track.formatted("t1")).getString("data.track.rejected[0].code"))
        .isEqualTo("CONSENT_DENIED");
    assertThat(rowsWith("fm-timeless")).isEmpty();
    accepted(visitor.ask(track.formatted("t2")));
  }

  @Test
  void whatOthersEventsSayOfAForgottenCustomerIsTakenOut() throws SQLException {
    Storefront own = Storefront.of("fm-named-own");
    accepted(own.signedIn(jwt("fm-named")).view("n1", "fm-p", ago(60)));
    proven("n2", "fm-named", "Fm-Named@Example.com");
    collect("page", "n3", "fm-claimer", ",\"userId\":\"fm-named\"");
    collect(
        "page",
        "n4",
        "fm-writer",
        ",\"context\":{\"traits\":{\"email\":\"Fm-Named@Example.com\"}}");
    collect("track", "n5", "fm-refused", ",\"properties\":{\"email\":\"Fm-Named@Example.com\"}");
    badEvents.settled().await().atMost(Duration.ofSeconds(20));
    assertThat(rowsWith("Fm-Named")).anyMatch(row -> row.startsWith("bad_event"));

    own.signedIn(jwt("fm-named")).ask(FORGET);
    assertThat(rowsWith("fm-named")).isEmpty();
    assertThat(rowsWith("Fm-Named")).isEmpty();
    assertThat(rowsWith("fm-claimer")).isNotEmpty();
    collect("page", "n3", "fm-claimer", ",\"userId\":\"fm-named\"");
    assertThat(rowsWith("fm-named")).isEmpty();
  }

  @Test
  void whatReplicasOfAnOlderVersionWroteOfThemIsTakenOutToo() throws SQLException {
    Storefront own = Storefront.of("fm-older-own");
    accepted(own.signedIn(jwt("fm-older")).view("o1", "fm-p", ago(60)));
    collect("page", "o2", "fm-older-by", ",\"userId\":\"fm-older\"");
    collect("page", "o3", "fm-older-by", ",\"userId\":\"fm-younger\"");
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update event set names = null where origin = 'visitor:fm-older-by'");
    }
    own.signedIn(jwt("fm-older")).ask(FORGET);
    assertThat(rowsWith("fm-older\"")).isEmpty();
    assertThat(rowsWith("fm-younger")).hasSize(1);
  }

  @Test
  void anErasureFindsWhatOthersSentOfThePersonByIndexesAlone() throws SQLException {
    collect("page", "ix1", "fm-index", "");
    collect("page", "ix2", "fm-index", ",\"userId\":\"fm-index-c\"");
    List<String> plan = new ArrayList<>();
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local enable_seqscan = off");
      try (ResultSet rows =
          statement.executeQuery(
              "explain select from event r where r.customer is null and r.names <> '{}' and"
                  + " r.names && array[1]::bigint[] union all"
                  + " select from event r where r.customer is null and r.names is null")) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      connection.rollback();
      try (ResultSet rows =
          statement.executeQuery(
              "select message_id, cardinality(names) from event where origin = 'visitor:fm-index'"
                  + " order by 1")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(2)).isZero();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(2)).isEqualTo(1);
      }
    }
    assertThat(String.join("\n", plan))
        .contains("event_names")
        .contains("event_unread")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aNameThatOthersEventsHappenToHoldReachesNothingOfTheirs() throws SQLException {
    String viewed = ",\"event\":\"Product Viewed\",\"properties\":{\"product_id\":\"%s\"}";
    collect("track", "w1", "fm-stays", viewed.formatted("fm-w"));
    collect("track", "w2", "fm-stays", viewed.formatted("fm-w\",\"price\":\"x"));
    collect("track", "w3", "Product Viewed", viewed.formatted("fm-w"));
    badEvents.settled().await().atMost(Duration.ofSeconds(20));
    List<String> before = rowsWith("fm-stays");
    assertThat(before).anyMatch(row -> row.startsWith("bad_event"));
    assertThat(before).anyMatch(row -> row.startsWith("event") && row.contains("Product Viewed"));

    JsonPath answer = Storefront.of("Product Viewed").ask(FORGET);
    assertThat(answer.getBoolean("data.forgetMe.erased")).isTrue();
    assertThat(rowsWith("fm-stays")).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void whoeverGivesAnAddressWithoutProofReachesNothingThatNamesIt() throws SQLException {
    String traits = ",\"context\":{\"traits\":{\"email\":\"fm-shop@example.com\"}}";
    collect("page", "x1", "fm-keeps", traits);
    collect("page", "x2", "fm-liar", traits);
    List<String> before = rowsWith("fm-keeps");
    assertThat(Storefront.of("fm-liar").ask(FORGET).getBoolean("data.forgetMe.erased")).isTrue();
    assertThat(rowsWith("fm-keeps")).containsExactlyInAnyOrderElementsOf(before);
    assertThat(rowsWith("fm-liar")).isEmpty();
  }

  @Test
  void aCustomerReachesOnlyWhatNamesAnAddressThatIsProvenToBeTheirs() throws SQLException {
    String theirs = ",\"context\":{\"traits\":{\"email\":\"fm-theirs@example.com\"}}";
    String others = theirs.replace("fm-theirs", "fm-others");
    collect("page", "y1", "fm-writer-1", theirs);
    collect("page", "y2", "fm-writer-2", others);
    collect("track", "y3", "fm-writer-2", others);
    badEvents.settled().await().atMost(Duration.ofSeconds(20));
    List<String> before = rowsWith("fm-others@");
    assertThat(before).anyMatch(row -> row.startsWith("bad_event"));

    Storefront own = Storefront.of("fm-grabber-web");
    accepted(own.signedIn(jwt("fm-grabber")).view("y4", "fm-p", ago(60)));
    collect(
        "identify",
        "y5",
        "fm-grabber-web",
        others.replace("\"context\":{", "\"context\":{\"ip\":\"1.2.3.4\","));
    proven("y6", "fm-grabber", "fm-theirs@example.com");
    own.signedIn(jwt("fm-grabber")).ask(FORGET);

    assertThat(rowsWith("fm-grabber")).isEmpty();
    assertThat(rowsWith("fm-theirs@")).isEmpty();
    assertThat(rowsWith("fm-writer-1")).isNotEmpty();
    assertThat(rowsWith("fm-others@")).containsExactlyInAnyOrderElementsOf(before);
  }

  /** The shop's server knows whose address it is. */
  private static void proven(String message, String customer, String address) {
    Sending.secret(
        "identify",
        "{\"messageId\":\"%s\",\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}}"
            .formatted(message, customer, address));
  }

  private static void collect(String call, String message, String visitor, String more) {
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body("{\"messageId\":\"%s\",\"anonymousId\":\"%s\"%s}".formatted(message, visitor, more))
        .post("/v1/" + call)
        .then()
        .statusCode(200);
  }

  @Test
  void aCustomerIsForgottenOnAllTheirDevicesAndOthersKeepTheirs() throws SQLException {
    Storefront own = Storefront.of("fm-own");
    Storefront shared = Storefront.of("fm-shared");
    accepted(own.view("a1", "fm-p", ago(3600)));
    accepted(own.signedIn(jwt("fm-ann")).view("a2", "fm-p", ago(3500)));
    accepted(shared.view("s1", "fm-anns", ago(90_000)));
    accepted(shared.signedIn(jwt("fm-ann")).view("s2", "fm-anns", ago(89_000)));
    accepted(shared.view("s3", "fm-bobs", ago(3000)));
    accepted(shared.signedIn(jwt("fm-bob")).view("s4", "fm-bobs", ago(2900)));

    JsonPath answer = own.signedIn(jwt("fm-ann")).ask(FORGET);
    assertThat(answer.getBoolean("data.forgetMe.erased")).isTrue();

    assertThat(rowsWith("fm-ann")).isEmpty();
    assertThat(rowsWith("fm-own")).isEmpty();
    assertThat(rowsWith("fm-shared")).isNotEmpty();
    assertThat(rowsWith("fm-bobs")).hasSize(2);
    assertThat(rowsWith("fm-bob")).anyMatch(row -> row.startsWith("link"));
    JsonPath again = shared.signedIn(jwt("fm-ann")).view("s2", "fm-anns", ago(89_000));
    assertThat(again.getInt("data.track.accepted")).isZero();
    assertThat(rowsWith("fm-ann")).isEmpty();
  }

  /** The fold tells none of its visits apart. */
  @Test
  void onADeviceOfVeryManyEventsEverybodyIsForgottenAsFarAsTheLogReaches() throws SQLException {
    Instant anns = now.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    Instant bobs = anns.plus(Duration.ofDays(10));
    List<Received> events =
        new ArrayList<>(
            List.of(
                Sent.view("c-ann1", "fm-kiosk", null, anns, "p"),
                Sent.view("c-ann2", "fm-kiosk", "fm-kiosk-ann", anns.plusSeconds(1200), "p"),
                Sent.view("c-bob1", "fm-kiosk", null, bobs, "p"),
                Sent.view("c-bob2", "fm-kiosk", "fm-kiosk-bob", bobs.plusSeconds(60), "p"),
                Sent.view("c-no", "fm-kiosk", null, bobs.plusSeconds(86_400), "p")));
    for (int n = 0; n < 2_000; n++) {
      events.add(Sent.view("c-many" + n, "fm-kiosk", null, now.minusSeconds(3600), "p"));
    }
    assertThat(ingest.accept(events).await().atMost(Duration.ofSeconds(60)).accepted())
        .isEqualTo(2_005);
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into event (origin, message_id, type, happened_at, received_at, traffic,"
              + " personalize, signals, body) select 'visitor:fm-kiosk', 'c-count' || minutes,"
              + " 'PAGE_VIEWED', timestamptz '"
              + anns
              + "' + minutes * interval '1 minute', now(), 'SHOPPER', false, '[]', '{}'"
              + " from unnest(array[10, 40]) minutes");
      try (ResultSet rows =
          statement.executeQuery("select state from fold where owner = 'visitor:fm-kiosk'")) {
        assertThat(rows.next()).isTrue();
        assertThat(FoldCodec.decode(rows.getBytes(1)).sessions()).hasSize(1);
      }
    }
    Storefront anywhere = Storefront.of("fm-kiosk-elsewhere");
    anywhere.signedIn(jwt("fm-kiosk-ann")).ask(FORGET);
    assertThat(messages("fm-kiosk")).containsExactly("c-bob1", "c-bob2", "c-count40", "c-no");
    assertThat(rowsWith("fm-kiosk-ann")).isEmpty();
    anywhere.signedIn(jwt("fm-kiosk-bob")).ask(FORGET);
    assertThat(messages("fm-kiosk")).containsExactly("c-count40", "c-no");
  }

  /** Those that are not one of many. */
  private List<String> messages(String visitor) throws SQLException {
    List<String> messages = new ArrayList<>();
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select message_id from event where origin = 'visitor:"
                    + visitor
                    + "' and message_id not like 'c-many%' order by 1")) {
      while (rows.next()) {
        messages.add(rows.getString(1));
      }
    }
    return messages;
  }

  @Test
  void aRawVisitorIdDoesNotEraseWhatIsACustomers() throws SQLException {
    Storefront visitor = Storefront.of("fm-joined");
    accepted(visitor.view("j1", "fm-p", ago(60)));
    accepted(visitor.signedIn(jwt("fm-joe")).view("j2", "fm-p", ago(50)));
    List<String> before = rowsWith("fm-joined");
    assertThat(visitor.ask(FORGET).getBoolean("data.forgetMe.erased")).isFalse();
    assertThat(rowsWith("fm-joined")).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void whoIsOnlyRecognizedMustSignInAndNobodyMustSayWho() {
    String pass = visitors.issue(Identifier.visitor("fm-rec"), Identifier.customer("fm-rick"), now);
    assertThat(code(Storefront.of(pass).ask(FORGET))).isEqualTo("UNAUTHENTICATED");
    JsonPath nobody = new Storefront(null, null).ask(FORGET);
    assertThat(code(nobody)).isEqualTo("MISSING_FIELD");
    assertThat(nobody.getString("errors[0].extensions.field")).isEqualTo("Attune-Visitor");
  }

  private String jwt(String customer) {
    return tokens.issue(customer, Set.of(), now, Duration.ofHours(1));
  }

  private String ago(long seconds) {
    return now.minusSeconds(seconds).toString();
  }

  private static void accepted(JsonPath answer) {
    assertThat(answer.getInt("data.track.accepted")).isEqualTo(1);
  }

  private static String code(JsonPath answer) {
    return answer.getString("errors[0].extensions.code");
  }

  /** Until the decision is neither waiting nor kept. */
  private void settled(String decision) {
    String id = GlobalId.parse(decision).map(GlobalId::local).orElse(decision);
    Uni.createFrom()
        .deferred(() -> decisions.find(id))
        .repeat()
        .withDelay(Duration.ofMillis(20))
        .until(found -> found.isEmpty())
        .collect()
        .last()
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  /** All rows of all tables in which the text appears. */
  private List<String> rowsWith(String text) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = 'public' order by 1")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        String query = "select t::text from " + table + " t where t::text like '%" + text + "%'";
        try (ResultSet found = statement.executeQuery(query)) {
          while (found.next()) {
            rows.add(table + found.getString(1));
          }
        }
      }
    }
    return rows;
  }
}
