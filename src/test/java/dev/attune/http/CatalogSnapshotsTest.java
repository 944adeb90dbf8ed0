package dev.attune.http;

import static dev.attune.http.Feeds.HEADER;
import static dev.attune.http.Feeds.assertDone;
import static dev.attune.http.Feeds.await;
import static dev.attune.http.Feeds.importing;
import static dev.attune.http.Feeds.lines;
import static dev.attune.http.Feeds.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.relation.Relations;
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

@QuarkusTest
class CatalogSnapshotsTest {
  @Inject Relations relations;
  @Inject LastChange lastChange;
  @Inject Catalog catalog;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource store;

  @Singleton
  static class LastChange {
    private volatile String version = "";

    void hear(@Observes CatalogChanged change) {
      version = change.snapshot().version();
    }
  }

  @Test
  void followsWhatAnotherReplicaChanges() throws SQLException {
    importing("").body(HEADER + rows("cit-rep-", 2)).post("/v1/catalog/import?format=google");
    try (Connection other = store.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("update variant set title = 'From afar' where id = 'cit-rep-0'");
      statement.execute(
          "with v as (update catalog_version set version = version + 1 returning version)"
              + " select pg_notify('catalog_changed', version::text) from v");
    }

    await(() -> catalog.snapshot().find("cit-rep-0").orElseThrow().title().equals("From afar"));
  }

  @Test
  void storesRelationsOnce() {
    importing("").body(HEADER + rows("cit-rel-", 2)).post("/v1/catalog/import?format=google");
    ProductId first = new ProductId("cit-rel-0");
    Relation step = new Relation(Relation.Kind.ROUTINE_STEP, new ProductId("cit-rel-1"), "Care", 2);
    List<Relations.Stated> stated = List.of(new Relations.Stated(first, step));

    assertThat(relations.store(stated)).isEqualTo(1);
    assertThat(relations.store(stated)).isZero();
    assertThat(catalog.snapshot().product(first).orElseThrow().relations()).containsExactly(step);
  }

  @Test
  void isReadyWithTheCatalogInMemory() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("catalog snapshot"));
  }

  @Test
  void showsWhatWasImportedAsSoonAsItIsDone() {
    String feed =
        HEADER
            + "cit-a-1\tStool - Oat\t<p>Solid</p>\tin_stock\t50 USD\t40 USD\t4006381333931"
            + "\tcit-a\tOat\tCit Home > Stools\tTech:Height:45 cm\t3\n"
            + "cit-b\tRug\t\tout_of_stock\t\t\t\t\t\tCit Home > Rugs\t\t\n"
            + "cit-a-2\tStool - Moss\t\tpreorder\t55 USD\t\t\tcit-a\tMoss\tCit Home > Stools\t\t\n";

    List<JsonPath> lines = lines(importing("").body(feed).post("/v1/catalog/import?format=google"));

    assertThat(lines).hasSize(1);
    assertDone(lines, 3, 3, 0, 0);
    Product stool = catalog.snapshot().product(new ProductId("cit-a")).orElseThrow();
    assertThat(stool.title()).isEqualTo("Stool");
    assertThat(stool.description()).isEqualTo("Solid");
    assertThat(stool.variants()).hasSize(2);
    assertThat(stool.variants().get(0).compareAt()).isNotNull();
    assertThat(stool.categories()).containsExactly(new CategoryId("cit-home-stools"));
    assertThat(catalog.snapshot().find("cit-b").orElseThrow().priced()).isFalse();
    assertThat(catalog.snapshot().productsIn(new CategoryId("cit-home"))).hasSize(2);
    assertThat(lastChange.version).isEqualTo(catalog.snapshot().version());

    String version = catalog.snapshot().version();
    assertDone(
        lines(importing("").body(feed).post("/v1/catalog/import?format=google")), 3, 0, 3, 0);
    assertThat(catalog.snapshot().version()).isEqualTo(version);
  }
}
