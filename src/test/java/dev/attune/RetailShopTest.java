package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Place;
import dev.attune.decision.slot.CategoryOrderSlot;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.ModelRegistry;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import dev.attune.profile.fold.Fold;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    Path feed = SharedData.file("retail-demo-store/products.tsv.gz");
    Path events = SharedData.file("retail-demo-store/events.ndjson.gz");
    if (catalog.snapshot().category(new CategoryId("instruments-strings")).isPresent()) {
      return;
    }
    upload("/v1/catalog/import?format=google", feed);
    upload("/v1/events/import", events);
    models.train();
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
    String floral = "(context: {campaign: {source: \"g\", medium: \"cpc\", name: \"floral-search\"}})";
    assertThat(order(GraphQl.visitor("rs-floral"), floral).get(0)).isEqualTo("floral");
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
        .removeIf(
            counts -> counts.values().stream().mapToInt(i -> i).sum() < FEWEST_VIEWS);
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

  private static void upload(String path, Path file) throws IOException {
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .header("Content-Encoding", "gzip")
            .contentType("application/octet-stream")
            .body(Files.readAllBytes(file))
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"done\":true");
  }
}
