package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CategoryId;
import dev.attune.models.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The retail demo store's products and 113,000 events, imported once for all tests of a run. */
public final class RetailShop {
  private RetailShop() {}

  /** Imports it and trains on it, unless somebody has. */
  public static void open(Catalog catalog, ModelRegistry models) throws IOException {
    Path feed = SharedData.file("retail-demo-store/products.tsv.gz");
    Path events = SharedData.file("retail-demo-store/events.ndjson.gz");
    if (catalog.snapshot().category(new CategoryId("instruments-strings")).isPresent()) {
      return;
    }
    upload("/v1/catalog/import?format=google", feed);
    upload("/v1/events/import", events);
    models.train();
  }

  private static void upload(String path, Path file) throws IOException {
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .header("Content-Encoding", "gzip")
            .contentType("application/octet-stream")
            .body(Files.readAllBytes(file))
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"done\":true");
  }
}
