package dev.attune.http;

import static dev.attune.http.Feeds.HEADER;
import static dev.attune.http.Feeds.assertDone;
import static dev.attune.http.Feeds.assertError;
import static dev.attune.http.Feeds.await;
import static dev.attune.http.Feeds.gzip;
import static dev.attune.http.Feeds.importing;
import static dev.attune.http.Feeds.lines;
import static dev.attune.http.Feeds.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedData;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogImportTest {
  @Inject Catalog catalog;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource store;

  @TestHTTPResource URI home = URI.create("/");

  @Test
  void namesLineFieldAndCodeOfEveryRejectedRow() {
    String feed =
        HEADER
            + "cit-c\tLamp\t\"Two\nlines\"\tin_stock\t10 USD\t\t123\t\t\t\t\t1\n"
            + "cit-d\tLamp\t\tin_stock\t-1 USD\t\t\t\t\t\t\t1\n"
            + "cit-c\tTwin\t\tin_stock\t10 USD\t\t\t\t\t\t\t1\n";

    List<JsonPath> lines = lines(importing("").body(feed).post("/v1/catalog/import?format=google"));

    assertThat(lines.subList(0, 3))
        .extracting(line -> line.getInt("line") + " " + line.get("field") + " " + line.get("code"))
        .containsExactly("2 gtin INVALID_VALUE", "4 price INVALID_PRICE", "5 id DUPLICATE_ID");
    assertThat(lines.get(0).getString("severity")).isEqualTo("warning");
    assertDone(lines, 3, 1, 0, 2);
    assertThat(lines.get(3).getInt("warnings")).isEqualTo(1);
  }

  @Test
  void refusesBeforeStreamingWhatCannotBeRead() {
    assertError(
        importing("").body(HEADER).post("/v1/catalog/import?format=xls"),
        400,
        "UNKNOWN_FORMAT",
        "format");
    assertError(
        importing("").body(HEADER).post("/v1/catalog/import"), 400, "UNKNOWN_FORMAT", "format");
    assertError(
        importing("").body(HEADER).post("/v1/catalog/import?format=google&mode=all"),
        400,
        "INVALID_VALUE",
        "mode");
    assertError(
        importing("").body("id\tprice\n").post("/v1/catalog/import?format=google"),
        400,
        "MISSING_FIELD",
        "title");
  }

  @Test
  void needsTheSecretKey() {
    given().body(HEADER).post("/v1/catalog/import?format=google").then().statusCode(401);
  }

  @Test
  void readsGzipAndNoticesAMissingTrailer() throws IOException {
    byte[] packed = gzip(HEADER + rows("cit-gz-", 1_500));

    byte[] truncated = Arrays.copyOf(packed, packed.length - 5);
    List<JsonPath> refused =
        lines(importing("gzip").body(truncated).post("/v1/catalog/import?format=google"));
    JsonPath last = refused.get(refused.size() - 1);
    assertThat(last.getBoolean("done")).isFalse();
    assertThat(last.getString("code")).isEqualTo("TRUNCATED");
    assertThat(catalog.snapshot().find("cit-gz-0")).isEmpty();

    List<JsonPath> lines =
        lines(importing("gzip").body(packed).post("/v1/catalog/import?format=google"));
    assertThat(lines.get(0).getInt("read")).isEqualTo(1_000);
    assertDone(lines, 1_500, 1_500, 0, 0);
  }

  @Test
  void anAbortedUploadChangesNothing() throws IOException, SQLException {
    long before = truncatedRuns();
    try (FeedUpload upload = new FeedUpload(home.getPort(), "Content-Length: 10000000")) {
      upload.write(HEADER + rows("cit-abort-", 1_200));
      upload.readUntil("{\"read\":1000}");
    }
    await(() -> truncatedRuns() > before);

    try (FeedUpload upload = new FeedUpload(home.getPort(), "Transfer-Encoding: chunked")) {
      upload.writeChunk(HEADER + rows("cit-abort-", 1_200));
      upload.readUntil("{\"read\":1000}");
    }
    await(() -> truncatedRuns() > before + 1);
    assertThat(catalog.snapshot().find("cit-abort-0")).isEmpty();
  }

  @Test
  void takesRowsBackAndForthAlsoWhenAnUploadBreaksOffBetween() throws IOException, SQLException {
    String first = HEADER + rows("cit-back-", 1_500);
    String other = first.replaceAll("(cit-back-(?:7|1400)\t.*)10 USD", "$112 USD");
    assertDone(imported(first), 1_500, 1_500, 0, 0);

    long before = truncatedRuns();
    try (FeedUpload upload = new FeedUpload(home.getPort(), "Transfer-Encoding: chunked")) {
      upload.writeChunk(other.substring(0, other.lastIndexOf("cit-back-1450")));
      upload.readUntil("{\"read\":1000}");
    }
    await(() -> truncatedRuns() > before);
    assertThat(price("cit-back-1400")).isEqualTo(1_000);

    assertDone(imported(other), 1_500, 2, 1_498, 0);
    assertThat(price("cit-back-7")).isEqualTo(1_200);
    assertThat(price("cit-back-1400")).isEqualTo(1_200);
    assertDone(imported(first), 1_500, 2, 1_498, 0);
    assertThat(price("cit-back-7")).isEqualTo(1_000);
    assertThat(price("cit-back-1400")).isEqualTo(1_000);
    assertDone(imported(first), 1_500, 0, 1_500, 0);
  }

  @Test
  void leavesAPriceThatWasSentBesideTheFeedUntilItsRowIsAnother() {
    String feed = HEADER + rows("cit-beside-", 1_500);
    assertDone(imported(feed), 1_500, 1_500, 0, 0);

    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body("{\"sku\":\"cit-beside-1400\",\"price\":\"8.00\",\"currency\":\"USD\"}")
        .post("/v1/catalog/price")
        .then()
        .statusCode(200);
    assertThat(price("cit-beside-1400")).isEqualTo(800);
    assertDone(imported(feed), 1_500, 0, 1_500, 0);
    assertThat(price("cit-beside-1400")).isEqualTo(800);

    String renamed = feed.replace("cit-beside-1400\tLamp", "cit-beside-1400\tLantern");
    assertDone(imported(renamed), 1_500, 1, 1_499, 0);
    assertThat(price("cit-beside-1400")).isEqualTo(1_000);
  }

  private static List<JsonPath> imported(String feed) {
    return lines(importing("").body(feed).post("/v1/catalog/import?format=google"));
  }

  private long price(String id) {
    Product product = catalog.snapshot().find(id).orElseThrow();
    return product.variants().get(0).price().minor();
  }

  @Test
  void runsOneImportAtATime() throws IOException {
    try (FeedUpload upload = new FeedUpload(home.getPort(), "Transfer-Encoding: chunked")) {
      upload.writeChunk(HEADER + rows("cit-one-", 1_200));
      upload.readUntil("{\"read\":1000}");

      assertError(
          importing("").body(HEADER + rows("cit-two-", 1)).post("/v1/catalog/import?format=google"),
          409,
          "IMPORT_RUNNING",
          null);

      upload.write("0\r\n\r\n");
      assertThat(upload.readUntil("\"done\"")).contains("\"stored\":1200");
    }
    assertThat(catalog.snapshot().find("cit-one-1199")).isPresent();
    assertThat(catalog.snapshot().find("cit-two-0")).isEmpty();
  }

  @Test
  void takesMoreAnswersThanItsClientReadsWhileSending() {
    String feed = HEADER + "x\t\t\t\t\t\t\t\t\t\t\t\n".repeat(20_000);

    List<JsonPath> lines = lines(importing("").body(feed).post("/v1/catalog/import?format=google"));

    assertThat(lines).hasSize(20_000 + 20 + 1);
    assertDone(lines, 20_000, 0, 0, 20_000);
  }

  @Test
  void refusesAFullFeedThatWouldEmptyTheShop() {
    importing("").body(HEADER + rows("cit-full-", 10)).post("/v1/catalog/import?format=google");
    String version = catalog.snapshot().version();

    List<JsonPath> lines =
        lines(
            importing("")
                .body(HEADER + rows("cit-full-", 1))
                .post("/v1/catalog/import?format=google&mode=full"));

    assertThat(lines.get(0).getBoolean("done")).isFalse();
    assertThat(lines.get(0).getString("code")).isEqualTo("IMPORT_REFUSED");
    assertThat(catalog.snapshot().version()).isEqualTo(version);
    assertThat(catalog.snapshot().find("cit-full-9")).isPresent();
  }

  @Test
  void importsTheRetailDemoStore() throws IOException {
    byte[] feed = Files.readAllBytes(SharedData.file("retail-demo-store/products.tsv.gz"));

    List<JsonPath> lines =
        lines(importing("gzip").body(feed).post("/v1/catalog/import?format=google"));

    JsonPath done = lines.get(lines.size() - 1);
    assertThat(done.getInt("read")).isEqualTo(2_465);
    assertThat(done.getInt("stored") + done.getInt("unchanged")).isEqualTo(2_465);
    assertThat(done.getInt("rejected")).isZero();
    Product backpack =
        catalog.snapshot().find("6579c22f-be2b-444c-a52b-0116dd82df6c").orElseThrow();
    assertThat(backpack.handle()).isEqualTo("adventure-ready-expedition-backpack");
    assertThat(catalog.snapshot().topCategory(backpack.id()))
        .hasValue(new CategoryId("accessories"));
  }

  private long truncatedRuns() {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from import_run where failure = 'TRUNCATED' and read >= 1000")) {
      return count.next() ? count.getLong(1) : 0;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
