package dev.attune.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What {@code ruleImpact} takes over 10,000 recorded decisions of a packaged gateway: category
 * pages of 2,000 shoppers, two in five with a click, for a draft that hides, one that boosts, one
 * that asks who the shopper is, and one that is for none of these pages.
 */
public final class ImpactBenchmark {
  private static final int SHOPPERS = 2_000;
  private static final int PAGES_EACH = 5;
  private static final int CLICKS_EACH = 2;
  private static final int SENDERS = 4;
  private static final int ROUNDS = 3;
  private static final String EVERYWHERE = ", scope: {placements: [CATEGORY]}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Gateway gateway;

  private ImpactBenchmark(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, and the one of the
   *     data
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[1]);
    Files.createDirectories(work);
    try (Gateway gateway = Gateway.start(Path.of(args[0]), work, "1g")) {
      Path products = Path.of(args[2], "retail-demo-store", "products.tsv.gz");
      new Feeds(gateway).products("catalog import", products);
      new ImpactBenchmark(gateway).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    List<String> categories = new ArrayList<>();
    ask("{ categories { handle } }", Map.of())
        .path("categories")
        .forEach(category -> categories.add(category.path("handle").asText()));
    visit(categories);
    gateway.settle();
    Map<String, String> merchant = Map.of("Authorization", "Bearer " + token());
    for (Map.Entry<String, String> draft : drafts(categories.get(0)).entrySet()) {
      for (int round = 0; round < ROUNDS; round++) {
        measure(draft.getKey(), draft.getValue(), merchant);
      }
    }
  }

  private void visit(List<String> categories) {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int first = sender;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                SplittableRandom random = new SplittableRandom(first);
                for (int shopper = first; shopper < SHOPPERS; shopper += SENDERS) {
                  visit("i" + shopper, categories, random);
                }
              },
              threads));
    }
    all.forEach(CompletableFuture::join);
    threads.shutdown();
    System.out.printf(
        "%,d pages of %,d shoppers in %.0f s%n",
        SHOPPERS * PAGES_EACH, SHOPPERS, Step.secondsSince(start));
  }

  private void visit(String shopper, List<String> categories, SplittableRandom random) {
    Map<String, String> visitor = Map.of("Attune-Visitor", shopper);
    for (int page = 0; page < PAGES_EACH; page++) {
      JsonNode products =
          ask(page(categories.get(random.nextInt(categories.size()))), visitor)
              .path("category")
              .path("products");
      JsonNode nodes = products.path("nodes");
      if (page < CLICKS_EACH && !nodes.isEmpty()) {
        ask(
            "mutation { track(events: [{messageId: \"%s-%d\", type: PRODUCT_CLICKED, product: \"%s\","
                    .formatted(
                        shopper, page, nodes.get(random.nextInt(nodes.size())).path("id").asText())
                + " decisionId: \"%s\"}]) { accepted } }"
                    .formatted(products.path("decision").path("id").asText()),
            visitor);
      }
    }
  }

  private static String page(String category) {
    return "{ category(handle: \"%s\") { products(first: 24) { nodes { id } decision { id } } } }"
        .formatted(category);
  }

  /** By what they do. */
  private Map<String, String> drafts(String category) {
    JsonNode shown = ask(page(category), Map.of()).path("category").path("products").path("nodes");
    List<String> hidden = new ArrayList<>();
    shown.forEach(product -> hidden.add("\"" + product.path("id").asText() + "\""));
    String boost = "boost: {factor: \"5\"}, condition: \"product.price < 50.0%s\"";
    Map<String, String> drafts = new LinkedHashMap<>();
    String hide = "hide: true, subjects: [" + String.join(",", hidden) + "]";
    drafts.put("hides 24 products", hide + EVERYWHERE);
    drafts.put("boosts by price", boost.formatted("") + EVERYWHERE);
    drafts.put(
        "asks who the shopper is", boost.formatted(" && shopper.sessions >= 0") + EVERYWHERE);
    drafts.put(
        "is for tablets", boost.formatted("") + EVERYWHERE.replace("}", ", devices: [TABLET]}"));
    return drafts;
  }

  private void measure(String name, String draft, Map<String, String> merchant) throws IOException {
    double worked = gateway.processors().seconds();
    long start = System.nanoTime();
    JsonNode impact =
        ask(
                "{ ruleImpact(most: 10000, draft: {id: \"draft\", title: \"Draft\", %s})"
                        .formatted(draft)
                    + " { decisions read touched changed takes clicks { difference { value low high"
                    + " } } } }",
                merchant)
            .path("ruleImpact");
    double seconds = Step.secondsSince(start);
    System.out.printf(
        "%-24s %5.2f s, processors %5.2f s: %s%n",
        name, seconds, gateway.processors().seconds() - worked, impact);
  }

  private String token() {
    return send(
            "/v1/tokens",
            "{\"sub\": \"bench\", \"groups\": [\"merchandiser\"]}",
            Map.of("Authorization", "Bearer " + gateway.secretKey()))
        .path("token")
        .asText();
  }

  private JsonNode ask(String query, Map<String, String> headers) {
    String body = JSON.createObjectNode().put("query", query).toString();
    JsonNode answer = send("/graphql", body, headers);
    if (answer.has("errors")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.path("data");
  }

  private JsonNode send(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.address() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
