package dev.attune.http.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventImportTest {
  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  private static final String PAGE =
      "{\"type\":\"page\",\"messageId\":\"%s\",\"anonymousId\":\"his-v%s\","
          + "\"timestamp\":\"2025-03-01T10:00:00Z\"}\n";

  @Test
  void reportsWhatWasStoredAndWhatWasThereBefore() {
    String history = PAGE.formatted("his-1", 1) + "\n" + PAGE.formatted("his-2", 1);
    assertThat(last(history)).isEqualTo(done(2, 2, 0, 0));
    assertThat(last(history)).isEqualTo(done(2, 0, 2, 0));
  }

  @Test
  void namesTheLineAndTheFieldOfWhatItRefuses() {
    String history =
        PAGE.formatted("his-3", 2)
            + "{\"type\":\"page\",\n"
            + "{\"type\":\"page\"}\n"
            + PAGE.formatted("x".repeat(200_000), 2)
            + PAGE.formatted("his-4", 2).strip();
    List<JsonObject> lines = imported(history.getBytes(StandardCharsets.UTF_8));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).getInteger("line")).isEqualTo(2);
    assertThat(lines.get(0).getString("code")).isEqualTo("INVALID_JSON");
    assertThat(lines.get(1).getInteger("line")).isEqualTo(3);
    assertThat(lines.get(1).getString("field")).isEqualTo("anonymousId");
    assertThat(lines.get(2).getString("code")).isEqualTo("BODY_TOO_LARGE");
    assertThat(lines.get(3)).isEqualTo(done(5, 2, 0, 3));
  }

  @Test
  void readsGzipAndTellsProgress() throws IOException {
    List<JsonObject> lines = imported(zipped(pages("his-g", 25_000)));
    assertThat(lines.get(lines.size() - 1)).isEqualTo(done(25_000, 25_000, 0, 0));
    assertThat(lines.size()).isGreaterThan(1);
    assertThat(lines.get(0).getInteger("read")).isGreaterThan(0).isLessThan(25_000);
  }

  @Test
  void moreImportsThanAllowedAreToldWhenToComeAgainAndTheOthersAreTakenWhole() throws Exception {
    List<CompletableFuture<Response>> answers = new ArrayList<>();
    ExecutorService senders = Executors.newFixedThreadPool(5);
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("lock table event in exclusive mode");
      for (int i = 0; i < 5; i++) {
        byte[] history = pages("his-many" + i + "-", 3_000).getBytes(StandardCharsets.UTF_8);
        answers.add(CompletableFuture.supplyAsync(() -> sent(history), senders));
      }
      Response refused =
          (Response)
              CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                  .get(30, TimeUnit.SECONDS);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isNotBlank();
      assertThat(refused.jsonPath().getString("code")).isEqualTo("OVERLOADED");
      connection.rollback();
    } finally {
      senders.shutdown();
    }
    int taken = 0;
    for (CompletableFuture<Response> answer : answers) {
      if (answer.get().statusCode() == 200) {
        taken++;
        assertThat(answer.get().asString()).contains("\"done\":true").contains("\"stored\":3000");
      }
    }
    assertThat(taken).isEqualTo(4);
  }

  @Test
  void keepsWhatWasReadOfATruncatedUpload() throws IOException {
    byte[] whole = zipped(pages("his-t", 25_000));
    List<JsonObject> lines = imported(Arrays.copyOf(whole, whole.length / 2));
    JsonObject last = lines.get(lines.size() - 1);
    assertThat(last.getBoolean("done")).isFalse();
    assertThat(last.getString("code")).isEqualTo("TRUNCATED");
    assertThat(last.getInteger("stored")).isGreaterThan(0).isLessThan(25_000);
    List<JsonObject> again = imported(whole);
    JsonObject end = again.get(again.size() - 1);
    assertThat(end.getInteger("unchanged")).isEqualTo(last.getInteger("stored"));
    assertThat(end.getInteger("stored") + end.getInteger("unchanged")).isEqualTo(25_000);
  }

  @Test
  void needsTheSecretKey() {
    given().body(PAGE).post("/v1/events/import").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .body(PAGE)
        .post("/v1/events/import")
        .then()
        .statusCode(403);
  }

  private static String pages(String prefix, int count) {
    StringBuilder history = new StringBuilder();
    for (int i = 0; i < count; i++) {
      history.append(PAGE.formatted(prefix + i, i % 100));
    }
    return history.toString();
  }

  private static JsonObject last(String history) {
    List<JsonObject> lines = imported(history.getBytes(StandardCharsets.UTF_8));
    return lines.get(lines.size() - 1);
  }

  private static List<JsonObject> imported(byte[] body) {
    String answer = sent(body).then().statusCode(200).extract().asString();
    return answer.lines().map(JsonObject::new).toList();
  }

  private static Response sent(byte[] body) {
    return given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/octet-stream")
        .body(body)
        .post("/v1/events/import");
  }

  private static JsonObject done(int read, int stored, int unchanged, int rejected) {
    return new JsonObject()
        .put("done", true)
        .put("read", read)
        .put("stored", stored)
        .put("unchanged", unchanged)
        .put("rejected", rejected);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
