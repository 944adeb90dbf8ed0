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
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on one pair of stores: what one is told, the other shows. */
class TwoReplicasIT {
  private static final Logger LOG = Logger.getLogger(TwoReplicasIT.class);

  /** What is promised of every change that comes by notification. */
  private static final Duration PROMISE = Duration.ofSeconds(1);

  /** For what comes when a lost listener is back; long enough for a loaded machine. */
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
        await("a price while nobody listened", PATIENCE, () -> price(other).equals("30.00"));

        experiments(one, other);
        rules(one, other);
        merchandise(one, other);
        models(one, other);
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
        "mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"rep\", title:"
            + " \"Gone\", hide: true, subjects: [\"gid://attune/Product/rep-1\"]}) { rule { version"
            + " } } }");
    await("a rule", () -> lights(other) == 1);
    assertThat(lights(one)).isEqualTo(1);
  }

  private static void merchandise(PackagedGateway one, PackagedGateway other) {
    String node = "{ node(id: \"gid://attune/Collection/rep\") { id } }";
    merchant(
        one,
        "mutation { saveCollection(expectedVersion: 0, publish: false, collection: {id: \"rep\","
            + " handle: \"rep\", title: \"Lit\", products: [\"gid://attune/Product/rep-2\"]}) {"
            + " version } }");
    merchant(one, "mutation { publishCollection(id: \"rep\", expectedVersion: 1) { version } }");
    await("a collection", () -> ask(other, node).get("data.node") != null);
    merchant(
        one,
        "mutation { saveHero(expectedVersion: 0, publish: false, hero: {id: \"rep\", headline:"
            + " \"Lit up\", link: \"/\", priority: 100, evergreen: true}) { version } }");
    merchant(other, "mutation { archiveCollection(id: \"rep\", expectedVersion: 2) { version } }");
    await("the end of a collection", () -> ask(one, node).get("data.node") == null);
    assertThat(hero(other)).isNotEqualTo("Lit up");
    merchant(one, "mutation { publishHero(id: \"rep\", expectedVersion: 1) { version } }");
    await("a hero that was drafted", () -> "Lit up".equals(hero(other)));
  }

  private static void models(PackagedGateway one, PackagedGateway other) {
    String version =
        operator(one, "{ models { versions(first: 1) { nodes { version } } } }")
            .getString("data.models.versions.nodes[0].version");
    merchant(one, "mutation { rollBackModels(version: \"" + version + "\") { inUse } }");
    String held = "{ models { hold { version } replicas { asHeld } } }";
    await("the models that a merchant went back to", () -> inUse(other).equals(inUse(one)));
    assertThat(operator(other, held).getString("data.models.hold.version")).isEqualTo(version);
    await(
        "which models each uses",
        PATIENCE,
        () ->
            operator(one, held).getList("data.models.replicas.asHeld").equals(List.of(true, true)));
    merchant(other, "mutation { resumeModels { inUse } }");
  }

  private static String inUse(PackagedGateway gateway) {
    return operator(gateway, "{ models { inUse } }").getString("data.models.inUse");
  }

  private static String hero(PackagedGateway gateway) {
    return ask(gateway, "{ home { hero { headline } } }").getString("data.home.hero.headline");
  }

  private static void merchant(PackagedGateway gateway, String mutation) {
    JsonPath answer = operator(gateway, mutation);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private static JsonPath operator(PackagedGateway gateway, String query) {
    String token =
        given()
            .port(gateway.port())
            .header("Authorization", "Bearer sk-demo")
            .contentType("application/json")
            .body(Map.of("sub", "rep-merchant", "groups", new String[] {"merchandiser"}))
            .post("/v1/tokens")
            .path("token");
    return given()
        .port(gateway.port())
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .jsonPath();
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
    await(what, PROMISE, condition);
  }

  /** Asks until the answer has it; the question that it came to was asked in time. */
  private static void await(String what, Duration most, Condition condition) {
    Instant begun = Instant.now();
    Duration waited = Duration.ZERO;
    while (!condition.holds()) {
      waited = Duration.between(begun, Instant.now());
      assertThat(waited).as(what).isLessThan(most);
    }
    LOG.infof("The other replica showed %s to who asked after %s", what, waited);
  }
}
