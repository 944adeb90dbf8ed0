package dev.attune.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.simulator.Persona;
import dev.attune.simulator.Plantings.Companion;
import dev.attune.simulator.SimulatedProduct;
import dev.attune.simulator.SimulatorSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DemoShopTest {
  private static final List<Map<String, String>> ROWS = DemoShop.rows();
  private static final Set<String> PRODUCTS =
      DemoShop.assortment().stream().map(SimulatedProduct::id).collect(Collectors.toSet());
  private static final Set<String> CATEGORIES = categories();

  @Test
  void readsEveryRowOfTheFeed() {
    for (Map<String, String> row : ROWS) {
      for (String column : List.of("id", "title", "description", "link", "image_link", "brand")) {
        assertFalse(row.get(column).isBlank(), column + " of " + row);
      }
      assertTrue(row.get("availability").matches("in_stock|out_of_stock"), row.get("id"));
      assertTrue(row.get("price").matches("\\d+\\.\\d\\d USD"), row.get("id"));
      assertTrue(row.get("sale_price").matches("|\\d+\\.\\d\\d USD"), row.get("id"));
      assertEquals("out_of_stock".equals(row.get("availability")), "0".equals(row.get("quantity")));
      assertEquals("/demo/images/" + row.get("id") + ".svg", row.get("image_link"));
      for (String detail : row.get("product_detail").split(",")) {
        assertEquals(3, detail.split(":").length, detail);
      }
    }
  }

  @Test
  void givesEveryRowItsOwnId() {
    assertEquals(ROWS.size(), ROWS.stream().map(row -> row.get("id")).distinct().count());
  }

  @Test
  void leadsEveryProductToItsOwnAddress() {
    assertEquals(PRODUCTS.size(), ROWS.stream().map(row -> row.get("link")).distinct().count());
  }

  @Test
  void offersAWholeShop() {
    assertTrue(PRODUCTS.size() >= 160 && PRODUCTS.size() <= 200, "products: " + PRODUCTS.size());
    assertTrue(ROWS.size() >= 330, "rows: " + ROWS.size());
    assertTrue(CATEGORIES.size() >= 34, "categories: " + CATEGORIES);
    assertTrue(ROWS.stream().filter(row -> !row.get("sale_price").isEmpty()).count() >= 10);
    assertTrue(ROWS.stream().filter(row -> row.get("quantity").equals("0")).count() >= 5);
  }

  @Test
  void printsOnlyBarcodesWithAValidCheckDigit() {
    List<String> codes =
        ROWS.stream().map(row -> row.get("gtin")).filter(code -> !code.isEmpty()).toList();

    assertTrue(codes.stream().allMatch(DemoShopTest::isGtin13));
    assertEquals(codes.size(), new HashSet<>(codes).size());
  }

  @Test
  void earnsOnEverythingItSells() {
    for (Map<String, String> row : ROWS) {
      BigDecimal cost = amount(row.get("cost_of_goods_sold"));
      BigDecimal price = amount(row.get("price"));
      assertTrue(cost.compareTo(price) < 0, row.get("id"));
      if (!row.get("sale_price").isEmpty()) {
        BigDecimal sale = amount(row.get("sale_price"));
        assertTrue(cost.compareTo(sale) < 0 && sale.compareTo(price) < 0, row.get("id"));
      }
    }
  }

  @Test
  void relatesOnlyProductsItHas() {
    List<JsonNode> relations =
        DemoResources.text("relations.jsonl").lines().map(DemoResources::parsed).toList();

    for (JsonNode relation : relations) {
      assertTrue(PRODUCTS.contains(relation.get("product").asText()), relation::toString);
      assertTrue(PRODUCTS.contains(relation.get("target").asText()), relation::toString);
    }
    assertEquals(
        Set.of("ACCESSORY_OF", "COMPATIBLE_WITH", "ROUTINE_STEP", "REPLACES"),
        relations.stream().map(r -> r.get("kind").asText()).collect(Collectors.toSet()));
  }

  /** A step's product stands at its position; its target is the step before. */
  @Test
  void leadsThroughEveryRoutineStepByStep() {
    Map<String, String> lastSteps = new HashMap<>();
    Map<String, Integer> lastPositions = new HashMap<>();
    DemoResources.text("relations.jsonl")
        .lines()
        .map(DemoResources::parsed)
        .filter(relation -> relation.has("routine"))
        .forEach(
            step -> {
              String routine = step.get("routine").asText();
              int position = step.get("position").asInt();
              String before = step.get("target").asText();
              assertEquals(lastPositions.getOrDefault(routine, 1) + 1, position, routine);
              assertEquals(lastSteps.getOrDefault(routine, before), before, routine);
              lastPositions.put(routine, position);
              lastSteps.put(routine, step.get("product").asText());
            });

    assertFalse(lastSteps.isEmpty());
  }

  @Test
  void leadsFromEditorialContentOnlyToPlacesItHas() {
    Set<String> places = new HashSet<>();
    CATEGORIES.forEach(handle -> places.add("/c/" + handle));
    ROWS.forEach(row -> places.add(row.get("link")));
    DemoResources.json("collections.json")
        .forEach(node -> places.add("/collections/" + node.get("handle").asText()));

    for (String file : List.of("heroes.json", "content.json")) {
      for (JsonNode card : DemoResources.json(file)) {
        assertTrue(places.contains(card.get("link").asText()), card::toString);
        assertCategory(card);
      }
    }
    DemoResources.json("offers.json").forEach(DemoShopTest::assertCategory);
  }

  @Test
  void collectsOnlyProductsItHas() {
    for (JsonNode collection : DemoResources.json("collections.json")) {
      assertTrue(collection.get("products").size() >= 8, collection::toString);
      collection
          .get("products")
          .forEach(id -> assertTrue(PRODUCTS.contains(id.asText()), id::toString));
    }
  }

  @Test
  void keepsOneHeroForEverybodyAndAlways() {
    long evergreen =
        StreamSupport.stream(DemoResources.json("heroes.json").spliterator(), false)
            .filter(hero -> hero.get("audience").asText().equals("EVERYONE"))
            .filter(hero -> hero.get("category").isNull() && hero.get("campaign").isNull())
            .count();

    assertEquals(1, evergreen);
  }

  @Test
  void plantsHabitsForProductsAndCategoriesItHas() {
    Set<String> tops =
        ROWS.stream()
            .map(row -> row.get("product_type").split(" > ")[0])
            .collect(Collectors.toSet());

    for (Persona persona : DemoShop.plantings().personas()) {
      assertEquals(tops, persona.categoryWeights().keySet(), persona.name());
    }
    for (Companion companion : DemoShop.plantings().companions()) {
      assertTrue(PRODUCTS.contains(companion.companion()), companion::toString);
    }
    assertTrue(PRODUCTS.containsAll(DemoShop.plantings().rhythms().keySet()));
  }

  @Test
  void drawsFifteenToTwentyFiveThousandEvents() {
    long events = DemoShop.simulator(SimulatorSettings.defaults()).events().count();

    assertTrue(events >= 15_000 && events <= 25_000, "events: " + events);
  }

  private static void assertCategory(JsonNode node) {
    JsonNode category = node.get("category");
    assertTrue(category.isNull() || CATEGORIES.contains(category.asText()), node::toString);
  }

  private static Set<String> categories() {
    Set<String> handles = new TreeSet<>();
    for (Map<String, String> row : ROWS) {
      StringBuilder handle = new StringBuilder();
      for (String name : row.get("product_type").split(" > ")) {
        handle.append(handle.length() == 0 ? "" : "-").append(slug(name));
        handles.add(handle.toString());
      }
    }
    return handles;
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static boolean isGtin13(String code) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return code.length() == 13 && sum % 10 == 0;
  }

  private static BigDecimal amount(String price) {
    return new BigDecimal(price.split(" ")[0]);
  }
}
