package dev.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Sends batches of 100 events to {@code /v1/batch} of a fresh gateway: as fast as it acknowledges
 * them, then at half that rate for the times of acknowledgement. Compared with prebuilt upserts of
 * the same effect, in the same run.
 */
public final class CollectorBenchmark {
  private static final int EVENTS = 100;
  private static final int WARM_UP = 300;
  private static final int REQUESTS = 1_000;
  private static final int CONNECTIONS = 16;
  private static final int SHOPPERS = 5_000;
  private static final int PRODUCTS = 2_000;
  private static final double GOAL_PER_SECOND = 10_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Gateway gateway;
  private final Random random = new Random(4);

  private CollectorBenchmark(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * @param args the path of {@code quarkus-run.jar}, and the directory to work in
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path work = Path.of(args[1]);
    Files.createDirectories(work);
    try (Gateway gateway = Gateway.start(Path.of(args[0]), work)) {
      gateway.settle();
      new CollectorBenchmark(gateway).run();
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    send(bodies(WARM_UP), 0);
    List<String> bodies = bodies(REQUESTS);
    long start = System.nanoTime();
    send(bodies, 0);
    double rate = REQUESTS * EVENTS / Step.secondsSince(start);
    System.out.printf("collector: %.0f events/s (goal %.0f)%n", rate, GOAL_PER_SECOND);
    double[] millis = send(bodies(REQUESTS / 2), rate / 2 / EVENTS);
    Arrays.sort(millis);
    System.out.printf(
        "acknowledged at half that rate: p50 %.0f ms, p99 %.0f ms%n",
        millis[millis.length / 2], millis[millis.length * 99 / 100]);
    System.out.printf("gateway peak: heap %d MiB%n", gateway.peakHeapBytes() >> 20);
    gateway.settle();
    try (Connection customer = gateway.database("customer")) {
      Step limit = new EventLimit(customer).measure();
      System.out.printf(
          "limit: %.0f events/s; the collector reaches %.2f of it%n",
          limit.perSecond(), rate / limit.perSecond());
    }
  }

  /**
   * Sends these, so many a second, or as fast as they are acknowledged where that is 0.
   *
   * @return the milliseconds from when each was due until it was acknowledged
   */
  private double[] send(List<String> bodies, double perSecond) throws InterruptedException {
    double[] millis = new double[bodies.size()];
    Semaphore free = new Semaphore(perSecond == 0 ? CONNECTIONS : bodies.size());
    CompletableFuture<?>[] all = new CompletableFuture<?>[bodies.size()];
    long start = System.nanoTime();
    for (int i = 0; i < all.length; i++) {
      free.acquire();
      long due = perSecond == 0 ? System.nanoTime() : start + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        Thread.sleep(0, 200_000);
      }
      int place = i;
      all[i] =
          http.sendAsync(request(bodies.get(i)), BodyHandlers.ofString())
              .thenAccept(
                  answer -> {
                    check(answer);
                    millis[place] = (System.nanoTime() - due) / 1e6;
                    free.release();
                  });
    }
    CompletableFuture.allOf(all).join();
    return millis;
  }

  private static void check(HttpResponse<String> answer) {
    if (answer.statusCode() != 200 || !answer.body().contains("\"accepted\":" + EVENTS)) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpRequest request(String body) {
    String key = gateway.secretKey() + ":";
    return HttpRequest.newBuilder(URI.create(gateway.address() + "/v1/batch"))
        .header("Content-Type", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private List<String> bodies(int count) {
    String[] bodies = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder body = new StringBuilder("{\"batch\":[");
      for (int event = 0; event < EVENTS; event++) {
        body.append(event == 0 ? "" : ",").append(event());
      }
      bodies[i] = body.append("]}").toString();
    }
    return List.of(bodies);
  }

  /** A view; every third shopper is signed in. */
  private String event() {
    int shopper = random.nextInt(SHOPPERS);
    String user = shopper % 3 == 0 ? "\"userId\":\"c" + shopper + "\"," : "";
    Instant at = Instant.now().minusSeconds(random.nextInt(30 * 86_400));
    return """
        {"type":"track","messageId":"%s","anonymousId":"v%d",%s"event":"Product Viewed",\
        "timestamp":"%s","context":{"library":{"name":"bench"},"locale":"en-US","page":\
        {"url":"https://shop.example/p/%d?a=b"}},"properties":{"product_id":"p%d","price":24.99,\
        "currency":"USD"}}"""
        .formatted(
            Long.toHexString(random.nextLong()),
            shopper,
            user,
            at,
            shopper,
            random.nextInt(PRODUCTS));
  }
}
