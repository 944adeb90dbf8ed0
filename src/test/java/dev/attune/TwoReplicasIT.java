package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on one pair of stores: what one is told, the other shows. */
class TwoReplicasIT {
  private static final Logger LOG = Logger.getLogger(TwoReplicasIT.class);

  /** Long enough for a loaded machine; what it took is logged. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String FEED =
      """
      id\ttitle\tlink\tavailability\tprice\tproduct_type\tquantity
      rep-1\tDesk lamp\thttps://shop.example/p/desk-lamp\tin_stock\t40.00 USD\tLights\t5
      rep-2\tFloor lamp\thttps://shop.example/p/floor-lamp\tin_stock\t90.00 USD\tLights\t5
      """;

  @TempDir Path data;

  @Test
  void oneReplicaShowsWhatAnotherIsTold() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      sql(server, "create database catalog", "create database customer");
      Map<String, String> stores = stores(server);
      try (PackagedGateway one = start("one", stores);
          PackagedGateway other = start("other", stores)) {
        post(one, "/v1/catalog/import?format=google", "text/tab-separated-values", FEED);
        await("an import", () -> price(other).equals("40.00"));

        post(one, "/v1/catalog/stock", "application/json", "{\"sku\":\"rep-1\",\"quantity\":0}");
        assertThat(forSale(one)).isFalse();
        await("stock", () -> !forSale(other));

        post(
            other,
            "/v1/catalog/price",
            "application/json",
            "{\"sku\":\"rep-1\",\"price\":\"35.00 USD\"}");
        assertThat(price(other)).isEqualTo("35.00");
        await("a price", () -> price(one).equals("35.00"));

        sql(
            server,
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where query ilike 'listen catalog_changed%'");
        post(
            one,
            "/v1/catalog/price",
            "application/json",
            "{\"sku\":\"rep-1\",\"price\":\"30.00 USD\"}");
        await("a price while nobody listened", () -> price(other).equals("30.00"));

        experiments(one, other);
        rules(one, other);
      }
    }
  }

  private static void experiments(PackagedGateway one, PackagedGateway other) {
    merchant(
        one,
        "mutation { saveExperiment(expectedVersion: 0, experiment: {id: \"rep\", title: \"A test\","
            + " plannedShoppers: 800, surfaces: [FLAG], variants: [{key: \"old\", weight: 1,"
            + " treatment: CONTROL}, {key: \"new\", weight: 1, treatment: PERSONALIZED}]}) {"
            + " warnings } }");
    merchant(one, "mutation { startExperiment(id: \"rep\", expectedVersion: 1) { warnings } }");
    await("an experiment", () -> variant(other) != null);
    assertThat(variant(other)).isEqualTo(variant(one));
    merchant(other, "mutation { stopExperiment(id: \"rep\", expectedVersion: 2) { state } }");
    await("the end of an experiment", () -> variant(one) == null);
  }

  private static void rules(PackagedGateway one, PackagedGateway other) {
    merchant(
        one,
        "mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"rep\", title: \"Gone\","
            + " hide: true, subjects: [\"gid://attune/Product/rep-1\"]}) { rule { version } } }");
    await("a rule", () -> lights(other) == 1);
    assertThat(lights(one)).isEqualTo(1);
  }

  private static void merchant(PackagedGateway gateway, String mutation) {
    String token =
        given()
            .port(gateway.port())
            .header("Authorization", "Bearer sk-demo")
            .contentType("application/json")
            .body(Map.of("sub", "rep-merchant", "groups", new String[] {"merchandiser"}))
            .post("/v1/tokens")
            .path("token");
    JsonPath answer =
        given()
            .port(gateway.port())
            .header("Authorization", "Bearer " + token)
            .contentType("application/json")
            .body(Map.of("query", mutation))
            .post("/graphql")
            .jsonPath();
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private static String variant(PackagedGateway gateway) {
    return ask(gateway, "{ shopper { experiments { variant } } }")
        .getString("data.shopper.experiments[0].variant");
  }

  private static int lights(PackagedGateway gateway) {
    return ask(gateway, "{ category(handle: \"lights\") { products { nodes { id } } } }")
        .getList("data.category.products.nodes")
        .size();
  }

  private PackagedGateway start(String name, Map<String, String> stores) throws Exception {
    return PackagedGateway.start(data.resolve(name), "Listening on", stores);
  }

  private static Map<String, String> stores(EmbeddedPostgres server) {
    String url = "postgresql://postgres:postgres@localhost:" + server.getPort() + "/";
    return Map.of(
        "ATTUNE_CATALOG_URL",
        url + "catalog",
        "ATTUNE_CUSTOMER_URL",
        url + "customer",
        "ATTUNE_DEMO_ENABLED",
        "false");
  }

  private static void sql(EmbeddedPostgres server, String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static void post(PackagedGateway to, String path, String type, String body) {
    String answer =
        given()
            .port(to.port())
            .header("Authorization", "Bearer sk-demo")
            .contentType(type)
            .body(body)
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"done\":true").contains("\"rejected\":0");
  }

  private static String price(PackagedGateway gateway) {
    return String.valueOf(
        product(gateway).getString("data.product.priceRange.minVariantPrice.amount"));
  }

  private static boolean forSale(PackagedGateway gateway) {
    return product(gateway).getBoolean("data.product.availableForSale");
  }

  private static JsonPath product(PackagedGateway gateway) {
    return ask(
        gateway,
        "{ product(id: \"gid://attune/Product/rep-1\") { availableForSale"
            + " priceRange { minVariantPrice { amount } } } }");
  }

  private static JsonPath ask(PackagedGateway gateway, String query) {
    return given()
        .port(gateway.port())
        .header("Attune-Visitor", "rep-visitor")
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .jsonPath();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(String what, Condition condition) {
    Instant begun = Instant.now();
    while (!condition.holds()) {
      assertThat(Duration.between(begun, Instant.now())).as(what).isLessThan(PATIENCE);
      Thread.onSpinWait();
    }
    LOG.infof("The other replica showed %s after %s", what, Duration.between(begun, Instant.now()));
  }
}
