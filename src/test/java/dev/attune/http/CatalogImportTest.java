package dev.attune.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.attune.SharedData;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.store.Relations;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogImportTest {
  private static final String HEADER =
      "id\ttitle\tdescription\tavailability\tprice\tsale_price\tgtin\titem_group_id\tcolor"
          + "\tproduct_type\tproduct_detail\tquantity\n";

  @Inject Catalog catalog;
  @Inject Relations relations;
  @Inject LastChange lastChange;

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource store;

  @TestHTTPResource URI home = URI.create("/");

  @ApplicationScoped
  static class LastChange {
    private volatile String version = "";

    void hear(@Observes CatalogChanged change) {
      version = change.snapshot().version();
    }
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
  void importsTheRetailDemoStore() throws IOException {
    byte[] feed = Files.readAllBytes(SharedData.file("retail-demo-store/products.tsv.gz"));

    List<JsonPath> lines =
        lines(importing("gzip").body(feed).post("/v1/catalog/import?format=google"));

    assertDone(lines, 2_465, 2_465, 0, 0);
    Product backpack =
        catalog.snapshot().find("6579c22f-be2b-444c-a52b-0116dd82df6c").orElseThrow();
    assertThat(backpack.handle()).isEqualTo("adventure-ready-expedition-backpack");
    assertThat(catalog.snapshot().topCategory(backpack.id()))
        .hasValue(new CategoryId("accessories"));
  }

  private static RequestSpecification importing(String encoding) {
    RequestSpecification request =
        given().header(TestSecret.HEADER, "yes").contentType("text/tab-separated-values");
    return encoding.isEmpty() ? request : request.header("Content-Encoding", encoding);
  }

  private static List<JsonPath> lines(Response answer) {
    answer.then().statusCode(200).contentType("application/x-ndjson");
    return answer.asString().lines().map(JsonPath::from).toList();
  }

  private static void assertDone(
      List<JsonPath> lines, int read, int stored, int unchanged, int rejected) {
    JsonPath last = lines.get(lines.size() - 1);
    assertThat(last.getBoolean("done")).isTrue();
    assertThat(
            List.of(
                last.getInt("read"),
                last.getInt("stored"),
                last.getInt("unchanged"),
                last.getInt("rejected"),
                last.getInt("archived")))
        .containsExactly(read, stored, unchanged, rejected, 0);
  }

  private static void assertError(
      Response answer, int status, String code, @Nullable String field) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/json")
        .body("code", equalTo(code))
        .body("field", equalTo(field));
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

  /** For what happens on another thread by its nature: looks again and again, within bounds. */
  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static String rows(String prefix, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(prefix).append(i).append("\tLamp ").append(i).append("\t\tin_stock\t10 USD");
      rows.append("\t\t\t\t\tCit Rows > Lamps\t\t1\n");
    }
    return rows.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
