package dev.attune.http;

import static dev.attune.http.Feeds.HEADER;
import static dev.attune.http.Feeds.await;
import static dev.attune.http.Feeds.importing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Writers of stock who meet. */
@QuarkusTest
class StockWritersTest {
  private static final String WAITING =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and wait_event_type = 'Lock' and query like '%given%'";

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource store;

  @Test
  void twoWhoSellOutTheLastTwoVariantsNoteThatTheProductIsOut() throws SQLException {
    String feed =
        HEADER
            + "stw-1\tRug - Oat\t\tin_stock\t50 USD\t\t\tstw\tOat\tStw > Rugs\t\t3\n"
            + "stw-2\tRug - Moss\t\tin_stock\t50 USD\t\t\tstw\tMoss\tStw > Rugs\t\t3\n";
    importing("").body(feed).post("/v1/catalog/import?format=google").then().statusCode(200);
    CompletableFuture<Void> batch;
    try (Connection other = store.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update catalog_version set version = version + 1");
      statement.execute(
          "update variant set quantity = 0, availability = 'out_of_stock' where id = 'stw-1'");
      batch = CompletableFuture.runAsync(() -> soldOut("stw-2"));
      await(() -> count(WAITING) > 0);
      other.commit();
      other.setAutoCommit(true);
    }
    batch.join();
    assertThat(
            count(
                "select count(*) from absence where product_id = 'stw' and sold_out_at is not null"
                    + " and was_sold"))
        .isEqualTo(1);
  }

  private static void soldOut(String sku) {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body("{\"sku\":\"" + sku + "\",\"quantity\":0}")
        .post("/v1/catalog/stock")
        .then()
        .statusCode(200);
  }

  private int count(String sql) {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
