package dev.attune.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.bench.scale.ManyProducts;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Search and category pages of a packaged gateway over HTTP: GraphQL with facets, for shoppers
 * whose history ranks them, so many a second. The sender shares the cores with the gateway.
 */
public final class HttpListingBenchmark {
  private static final int SHOPPERS = 1_000;
  private static final int BATCHES = 100;
  private static final int EVENTS = 100;
  private static final int WARM_UP = 1_500;
  private static final int REQUESTS = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String LIST =
      "{ totalCount facets { field values { value count } } nodes { id title } decision { id } }";
  private static final String NARROWED =
      "filters: [{field: \"price\", in: [\"25-50\", \"50-100\", \"100-250\"]},"
          + " {field: \"available\", in: [\"true\"]}, {field: \"category\", in: [\"electronics\"]}]";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Gateway gateway;
  private final ManyProducts many;
  private final int products;
  private final SplittableRandom random = new SplittableRandom(5);

  private HttpListingBenchmark(Gateway gateway, ManyProducts many, int products) {
    this.gateway = gateway;
    this.many = many;
    this.products = products;
  }

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, the one of the data;
   *     and, if wanted, the gateway's heap as {@code -Xmx} takes it (2g), how many products
   *     (100,000), requests a second (100)
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[1]);
    Files.createDirectories(work);
    String heap = args.length > 3 ? args[3] : "2g";
    int products = args.length > 4 ? Integer.parseInt(args[4]) : 100_000;
    double perSecond = args.length > 5 ? Double.parseDouble(args[5]) : 100;
    ManyProducts many = new ManyProducts(Path.of(args[2]));
    Path feed = work.resolve("feed.tsv.gz");
    many.write(feed, products, 0);
    try (Gateway gateway = Gateway.start(Path.of(args[0]), work, heap)) {
      new Feeds(gateway).products(products + " products", feed);
      new HttpListingBenchmark(gateway, many, products).run(perSecond);
    }
  }

  private void run(double perSecond) throws IOException, InterruptedException {
    for (int batch = 0; batch < BATCHES; batch++) {
      http.send(views(), BodyHandlers.discarding());
    }
    gateway.settle();
    List<String> words = words();
    IntFunction<String> search =
        i ->
            "{ search(query: \"%s\", first: 24, %s) %s }"
                .formatted(words.get(i % words.size()), NARROWED, LIST);
    IntFunction<String> category =
        any -> "{ category(handle: \"electronics\") { products(first: 24) " + LIST + " } }";
    IntFunction<String> narrowed =
        any ->
            "{ category(handle: \"electronics\") { products(first: 24, "
                + NARROWED
                + ") "
                + LIST
                + " } }";
    measure("search, 3 filters", search, perSecond);
    measure("category", category, perSecond);
    measure("category, 3 filters", narrowed, perSecond);
    System.out.printf("gateway peak: heap %d MiB%n", gateway.peakHeapBytes() >> 20);
  }

  private void measure(String name, IntFunction<String> query, double perSecond)
      throws IOException, InterruptedException {
    send(WARM_UP, query, perSecond);
    double worked = gateway.processors().seconds();
    double[] millis = send(REQUESTS, query, perSecond);
    worked = gateway.processors().seconds() - worked;
    Arrays.sort(millis);
    System.out.printf(
        "%s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms; of processors %.1f ms each%n",
        name,
        millis[REQUESTS / 2],
        millis[REQUESTS * 9 / 10],
        millis[REQUESTS * 99 / 100],
        millis[REQUESTS - 1],
        worked * 1e3 / REQUESTS);
  }

  private double[] send(int requests, IntFunction<String> query, double perSecond)
      throws InterruptedException {
    double[] millis = new double[requests];
    CompletableFuture<?>[] all = new CompletableFuture<?>[requests];
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int place = i;
      long due = start + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        Thread.sleep(0, 200_000);
      }
      all[i] =
          http.sendAsync(ask(query.apply(i)), BodyHandlers.ofString())
              .thenAccept(
                  answer -> {
                    check(answer);
                    millis[place] = (System.nanoTime() - due) / 1e6;
                  });
    }
    CompletableFuture.allOf(all).join();
    return millis;
  }

  private static void check(HttpResponse<String> answer) {
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpRequest ask(String query) {
    return post("/graphql", JSON.createObjectNode().put("query", query))
        .header("Attune-Visitor", "h" + random.nextInt(SHOPPERS))
        .build();
  }

  private HttpRequest views() {
    var batch = JSON.createObjectNode();
    var events = batch.putArray("batch");
    for (int i = 0; i < EVENTS; i++) {
      String product = many.row(random.nextInt(products)).getOrDefault("id", "");
      var event = events.addObject().put("type", "track").put("event", "Product Viewed");
      event.put("messageId", Long.toHexString(random.nextLong()));
      event.put("anonymousId", "h" + random.nextInt(SHOPPERS));
      event.putObject("properties").put("product_id", product);
    }
    String key = gateway.secretKey() + ":";
    return post("/v1/batch", batch)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private HttpRequest.Builder post(String path, JsonNode body) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  /** One to three words of some product's title. */
  private List<String> words() {
    List<String> all = new ArrayList<>();
    while (all.size() < 1_000) {
      Map<String, String> row = many.row(random.nextInt(products));
      String title = row.getOrDefault("title", "").replaceAll("[^\\p{L}\\p{N} -]", "").strip();
      String[] words = title.split(" +");
      int from = random.nextInt(words.length);
      int to = Math.min(words.length, from + 1 + random.nextInt(3));
      all.add(String.join(" ", List.of(words).subList(from, to)));
    }
    return all;
  }
}
