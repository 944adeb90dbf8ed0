package dev.attune.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedData;
import dev.attune.catalog.Catalog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogImportTest {
  @Inject Catalog catalog;

  @Test
  void importsTheRetailDemoStore() throws IOException {
    byte[] feed = Files.readAllBytes(SharedData.file("retail-demo-store/products.tsv.gz"));
    String answer =
        given()
            .header(TestSecret.HEADER, "yes")
            .header("Content-Encoding", "gzip")
            .body(feed)
            .post("/v1/catalog/import?format=google")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"done\":true,\"read\":2465").contains("\"rejected\":0");
    assertThat(catalog.snapshot().products()).hasSizeGreaterThanOrEqualTo(2465);
  }
}
