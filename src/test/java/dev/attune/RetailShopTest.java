package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.models.ModelRegistry;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real feed and 113,000 events of its shoppers: the page knows who comes for what. */
@QuarkusTest
class RetailShopTest {
  private static final String ORDER =
      "{ home%s { categoryOrder(first: 2) { categories { handle } } } }";
  private static final int FEWEST_VIEWS = 10;

  @Inject Catalog catalog;
  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShop() throws IOException {
    RetailShop.open(catalog, models);
  }

  @Test
  void putsTheCategoryThatAShopperViewedMostAmongTheFirstTwo() throws IOException {
    Map<String, Map<String, Integer>> views = viewsOfCustomers();
    int asked = 0;
    int right = 0;
    for (Map.Entry<String, Map<String, Integer>> shopper : views.entrySet()) {
      int most = shopper.getValue().values().stream().max(Integer::compare).orElse(0);
      Set<String> favourites =
          shopper.getValue().entrySet().stream()
              .filter(entry -> entry.getValue() == most)
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      List<String> first = order(GraphQl.nobody().signedIn(shopper.getKey()), "");
      asked++;
      right += first.stream().anyMatch(favourites::contains) ? 1 : 0;
      if (asked == 250) {
        break;
      }
    }
    Log.infof("most viewed category among the first two: %d of %d shoppers", right, asked);
    assertThat(asked).isGreaterThanOrEqualTo(200);
    assertThat((double) right / asked).isGreaterThanOrEqualTo(.9);
  }

  @Test
  void showsANewcomerThePopularOrderAndAPaidClickItsCategory() {
    List<String> popular = order(GraphQl.visitor("rs-newcomer"), "");
    assertThat(popular).isEqualTo(order(GraphQl.visitor("rs-other-newcomer"), ""));
    String floral =
        "(context: {campaign: {source: \"g\", medium: \"cpc\", name: \"floral-search\"}})";
    assertThat(order(GraphQl.visitor("rs-floral"), floral).get(0)).isEqualTo("floral");
  }

  @Test
  void foreseesTheCategoryOfTheLastOrderBetterThanPopularityDoes() throws IOException {
    Map<String, String> heldOut = importHistoriesBeforeTheLastOrder();
    List<String> popular = order(GraphQl.visitor("rs-popular"), "");
    int foreseen = 0;
    int byPopularity = 0;
    for (Map.Entry<String, String> shopper : heldOut.entrySet()) {
      foreseen += order(GraphQl.visitor(shopper.getKey()), "").contains(shopper.getValue()) ? 1 : 0;
      byPopularity += popular.contains(shopper.getValue()) ? 1 : 0;
    }
    double share = (double) foreseen / heldOut.size();
    double popularShare = (double) byPopularity / heldOut.size();
    Log.infof(
        "category of the last order among the first two: %.3f of %d shoppers, popular order %.3f",
        share, heldOut.size(), popularShare);
    assertThat(heldOut).hasSizeGreaterThanOrEqualTo(200);
    assertThat(share).isGreaterThan(popularShare + .2);
  }

  /**
   * Gives customers with an order a second life as visitors whose events end before it.
   *
   * @return the top category of each one's last order, by visitor id
   */
  private Map<String, String> importHistoriesBeforeTheLastOrder() throws IOException {
    Map<String, List<JsonNode>> histories = new TreeMap<>();
    for (JsonNode event : events()) {
      if (event.hasNonNull("userId") && event.path("type").asText().equals("track")) {
        histories
            .computeIfAbsent(event.get("userId").asText(), any -> new ArrayList<>())
            .add(event);
      }
    }
    Map<String, String> heldOut = new TreeMap<>();
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, List<JsonNode>> history : histories.entrySet()) {
      if (heldOut.size() == 250) {
        break;
      }
      String visitor = "rs-held-" + history.getKey();
      lastOrder(history.getValue())
          .ifPresent(
              order -> {
                String before = before(order, history.getValue(), visitor);
                if (!before.isEmpty()) {
                  lines.append(before);
                  heldOut.put(visitor, category(order));
                }
              });
    }
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/octet-stream")
        .body(lines.toString().getBytes(StandardCharsets.UTF_8))
        .post("/v1/events/import")
        .then()
        .statusCode(200);
    return heldOut;
  }

  private Optional<JsonNode> lastOrder(List<JsonNode> history) {
    return history.stream()
        .filter(event -> event.path("event").asText().equals("Order Completed"))
        .filter(order -> !category(order).isEmpty())
        .max(Comparator.comparing(order -> order.get("timestamp").asText()));
  }

  private String category(JsonNode order) {
    String product = order.path("properties").path("products").path(0).path("product_id").asText();
    return catalog
        .snapshot()
        .find(product)
        .flatMap(found -> catalog.snapshot().topCategory(found.id()))
        .map(CategoryId::value)
        .orElse("");
  }

  /** The events of earlier days, as lines of a history of that visitor. */
  private static String before(JsonNode order, List<JsonNode> history, String visitor) {
    String day = order.get("timestamp").asText().substring(0, 10);
    StringBuilder lines = new StringBuilder();
    for (JsonNode event : history) {
      if (event.get("timestamp").asText().compareTo(day) < 0) {
        ObjectNode copy = event.deepCopy();
        copy.remove("userId");
        copy.put("anonymousId", visitor);
        copy.put("messageId", "rs-" + event.get("messageId").asText());
        lines.append(copy).append('\n');
      }
    }
    return lines.toString();
  }

  private static List<String> order(GraphQl shopper, String arguments) {
    return shopper
        .ask(ORDER.formatted(arguments))
        .getList("data.home.categoryOrder.categories.handle");
  }

  /** How often each signed-in shopper with enough views viewed each top category. */
  private Map<String, Map<String, Integer>> viewsOfCustomers() throws IOException {
    Map<String, Map<String, Integer>> views = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode event : events()) {
      String customer = event.path("userId").asText();
      if (!event.path("event").asText().equals("Product Viewed")
          || customer.isEmpty()
          || !seen.add(event.path("messageId").asText())) {
        continue;
      }
      catalog
          .snapshot()
          .topCategory(new ProductId(event.path("properties").path("product_id").asText()))
          .ifPresent(
              top ->
                  views
                      .computeIfAbsent(customer, any -> new HashMap<>())
                      .merge(top.value(), 1, Integer::sum));
    }
    views
        .values()
        .removeIf(counts -> counts.values().stream().mapToInt(i -> i).sum() < FEWEST_VIEWS);
    return views;
  }

  static List<JsonNode> events() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    Path file = SharedData.file("retail-demo-store/events.ndjson.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(json.readTree(line));
      }
    }
    return events;
  }
}
