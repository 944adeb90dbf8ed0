package dev.attune.http.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverloadTest {
  /** With more than four transactions of 1,000 and a queue of 20,000 hold. */
  private static final int SMALL = 500;

  /** With more than four transactions and a queue of 20,000 hold, in batches of 400 KB. */
  private static final int LARGE = 4_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/v1/batch")
  URI address;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void whatFindsNoRoomIsToldWhenToComeAgainAndWhatWasAcknowledgedIsThere() throws Exception {
    overload("overload-v", 54, SMALL);
  }

  @Test
  void aFewLargeBatchesFindNoMoreRoomThanManySmallOnes() throws Exception {
    overload("overload-large-v", 12, LARGE);
  }

  private void overload(String visitor, int requests, int events) throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("lock table event in exclusive mode");
      for (int i = 0; i < requests; i++) {
        answers.add(http.sendAsync(request(visitor, i, events), BodyHandlers.ofString()));
      }
      HttpResponse<String> refused = firstOf(answers);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("OVERLOADED");
      connection.rollback();
    }
    long acknowledged = 0;
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      int status = answer.get().statusCode();
      assertThat(status).isIn(200, 429);
      acknowledged += status == 200 ? events : 0;
    }
    assertThat(acknowledged).isBetween(1L, (long) (requests - 1) * events);
    assertThat(stored(visitor)).isEqualTo(acknowledged);
  }

  /** While nothing can be written, the first that is answered at all is refused. */
  private static HttpResponse<String> firstOf(List<CompletableFuture<HttpResponse<String>>> all)
      throws Exception {
    CompletableFuture<HttpResponse<String>> first = new CompletableFuture<>();
    all.forEach(
        one ->
            one.whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    first.complete(answer);
                  } else {
                    first.completeExceptionally(new CompletionException(failure));
                  }
                }));
    return first.get(60, TimeUnit.SECONDS);
  }

  private HttpRequest request(String visitor, int number, int events) {
    StringBuilder body = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < events; i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"type\":\"page\",\"anonymousId\":\"")
          .append(visitor)
          .append("\",\"messageId\":\"o")
          .append(number * events + i)
          .append("\",\"timestamp\":\"2026-06-01T12:00:00Z\"}");
    }
    String key =
        Base64.getEncoder().encodeToString("test-write-key:".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Basic " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.append("]}").toString()))
        .build();
  }

  private long stored(String visitor) throws SQLException {
    try (Connection connection = store.getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from event where origin = 'visitor:" + visitor + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
