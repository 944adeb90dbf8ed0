package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.CatalogSnapshots;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was missed is marked when it is back, and most of all for those who missed it. */
@QuarkusTest
class BackInStockTest {
  private static final String BACK = "BACK_IN_STOCK";

  @Inject CatalogSnapshots snapshots;
  @Inject LastChange lastChange;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource store;

  @Singleton
  static class LastChange {
    private volatile boolean another;

    void hear(@Observes CatalogChanged change) {
      another = change.assortment();
    }
  }

  @Test
  void whatComesBackAfterAWhileIsMarked() throws SQLException {
    shop("bis-while");
    stock("bis-while", 0);
    assertThat(codes("bis-nobody", "bis-while")).doesNotContain(BACK);
    missedFor("bis-while", 10);
    stock("bis-while", 5);

    JsonPath badge = badges(GraphQl.visitor("bis-nobody"), "bis-while", "fr");
    String found = "data.product.badges.find { it.code == 'BACK_IN_STOCK' }";
    assertThat(badge.getString(found + ".tone")).isEqualTo("POSITIVE");
    assertThat(badge.getString(found + ".label")).isEqualTo("De retour");
    assertThat(badge.getString(found + ".reason.code")).isEqualTo(BACK);

    stock("bis-while", 0);
    assertThat(codes("bis-nobody", "bis-while")).doesNotContain(BACK);
    stock("bis-while", 9);
    assertThat(codes("bis-nobody", "bis-while")).contains(BACK);
  }

  @Test
  void anHourWithoutStockIsNotWorthMentioning() {
    shop("bis-hour");
    stock("bis-hour", 0);
    stock("bis-hour", 5);
    assertThat(codes("bis-nobody", "bis-hour")).doesNotContain(BACK);
  }

  @Test
  void aFeedBringsBackAsWell() throws SQLException {
    shop("bis-feed");
    new TestShop().soldOut("bis-feed", "Bismugs", "Oak").open();
    missedFor("bis-feed", 4);
    shop("bis-feed");
    assertThat(codes("bis-nobody", "bis-feed")).contains(BACK);
  }

  @Test
  void whatCanOnlyBeOrderedAheadIsNotBack() throws SQLException {
    shop("bis-ahead");
    stock("bis-ahead", 0);
    missedFor("bis-ahead", 10);
    post("{\"sku\":\"bis-ahead\",\"quantity\":0,\"availability\":\"backorder\"}");
    assertThat(codes("bis-nobody", "bis-ahead")).doesNotContain(BACK);
  }

  @Test
  void itIsNewsForTwoWeeksAlsoWhereTheCatalogIsReadAnew() throws SQLException {
    shop("bis-news");
    stock("bis-news", 0);
    missedFor("bis-news", 10);
    stock("bis-news", 5);

    backFor("bis-news", 13);
    assertThat(codes("bis-nobody", "bis-news")).contains(BACK);
    backFor("bis-news", 2);
    assertThat(codes("bis-nobody", "bis-news")).doesNotContain(BACK);
  }

  @Test
  void whoWantedItSeesThatBeforeAnythingElse() throws SQLException {
    new TestShop().priced("bis-few", "Bismugs", "20.00 USD", "15.00 USD", "8.00 USD", 2).open();
    stock("bis-few", 0);
    missedFor("bis-few", 10);
    GraphQl looker = GraphQl.visitor("bis-looker");
    looker.views("bis-few");
    does("bis-wisher", "WISHLIST_ADDED");
    does("bis-carter", "CART_ADDED");
    stock("bis-few", 2);

    assertThat(codes("bis-stranger", "bis-few")).startsWith("LOW_STOCK", BACK, "PRICE_DROP");
    for (String who : List.of("bis-looker", "bis-wisher", "bis-carter")) {
      JsonPath page = badges(GraphQl.visitor(who), "bis-few", "en");
      assertThat(page.getString("data.product.badges[0].code")).as(who).isEqualTo(BACK);
      assertThat(page.getString("data.product.badges[0].reason.code")).isEqualTo("BACK_FOR_YOU");
    }
    looker.views("bis-few");
    assertThat(codes("bis-looker", "bis-few")).contains(BACK).endsWith(BACK);
  }

  @Test
  void operatorsSeeWhoWaitedAndTheDecisionReplays() throws SQLException {
    shop("bis-why");
    stock("bis-why", 0);
    missedFor("bis-why", 10);
    does("bis-waiter", "bis-why", "WISHLIST_ADDED");
    stock("bis-why", 5);
    String id =
        badges(GraphQl.visitor("bis-waiter"), "bis-why", "en")
            .getString("data.product.badges[0].decision.id");
    JsonPath trace =
        GraphQl.nobody()
            .signedIn("bis-operator", "analyst")
            .ask(
                "{ decision(id: \""
                    + id
                    + "\") { replay { same } candidates { nodes { node { id } scores { model score"
                    + " weight } } } } }");
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
    assertThat(
            trace.getList(
                "data.decision.candidates.nodes.find { it.node.id.contains('/BACK_IN_STOCK/')"
                    + " }.scores.model",
                String.class))
        .contains("WAITED_FOR");
  }

  @Test
  void stockThatGoesAndComesMakesNoOtherCatalog() throws SQLException {
    shop("bis-same");
    stock("bis-same", 0);
    missedFor("bis-same", 10);
    lastChange.another = true;
    stock("bis-same", 5);
    CatalogSnapshot catalog = snapshots.snapshot();
    assertThat(catalog.product(new ProductId("bis-same")).orElseThrow().absence()).isNotNull();
    assertThat(lastChange.another).isFalse();
  }

  private static void shop(String product) {
    new TestShop().product(product, "Bismugs", "Oak").open();
  }

  private static void stock(String sku, int quantity) {
    post("{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}");
  }

  private static void post(String line) {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(line)
        .post("/v1/catalog/stock")
        .then()
        .statusCode(200);
  }

  private static void does(String visitor, String type) {
    does(visitor, "bis-few", type);
  }

  private static void does(String visitor, String product, String type) {
    JsonPath done =
        GraphQl.visitor(visitor)
            .ask(
                "mutation { track(events: [{messageId: \"%s\", type: %s, product: \"%s\"}]) {"
                        .formatted(visitor, type, product)
                    + " accepted } }");
    assertThat(done.getInt("data.track.accepted")).isEqualTo(1);
  }

  /** As if it had sold out so many days earlier. */
  private void missedFor(String product, int days) throws SQLException {
    run(
        "update absence set sold_out_at = sold_out_at - interval '%d days' where product_id = '%s'"
            .formatted(days, product));
  }

  /** As if it had come back so many days earlier, where the whole catalog is read again. */
  private void backFor(String product, int days) throws SQLException {
    run(
        "update absence set absent_from = absent_from - interval '%1$d days', back_at = back_at -"
                .formatted(days)
            + " interval '%d days' where product_id = '%s'".formatted(days, product));
    run("update catalog_version set version = version + 1");
    snapshots.refresh();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static List<String> codes(String visitor, String product) {
    return badges(GraphQl.visitor(visitor), product, "en")
        .getList("data.product.badges.code", String.class);
  }

  private static JsonPath badges(GraphQl shopper, String product, String locale) {
    return shopper.ask(
        "{ product(id: \"gid://attune/Product/%s\", context: {locale: \"%s\"}) {"
                .formatted(product, locale)
            + " badges(first: 9) { code tone label reason { code } decision { id } } } }");
  }
}
