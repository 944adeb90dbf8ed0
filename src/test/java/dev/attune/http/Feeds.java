package dev.attune.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How tests send feeds and read the answers. */
final class Feeds {
  static final String HEADER =
      "id\ttitle\tdescription\tavailability\tprice\tsale_price\tgtin\titem_group_id\tcolor"
          + "\tproduct_type\tproduct_detail\tquantity\n";

  private Feeds() {}

  static RequestSpecification importing(String encoding) {
    RequestSpecification request =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/tab-separated-values");
    return encoding.isEmpty() ? request : request.header("Content-Encoding", encoding);
  }

  static List<JsonPath> lines(Response answer) {
    answer.then().statusCode(200).contentType("application/x-ndjson");
    return answer.asString().lines().map(JsonPath::from).toList();
  }

  static void assertDone(List<JsonPath> lines, int read, int stored, int unchanged, int rejected) {
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

  static void assertError(Response answer, int status, String code, @Nullable String field) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/json")
        .body("code", equalTo(code))
        .body("field", equalTo(field));
  }

  /** For what happens on another thread by its nature: looks again and again, within bounds. */
  static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  static String rows(String prefix, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(prefix).append(i).append("\tLamp ").append(i).append("\t\tin_stock\t10 USD");
      rows.append("\t\t\t\t\tCit Rows > Lamps\t\t1\n");
    }
    return rows.toString();
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
