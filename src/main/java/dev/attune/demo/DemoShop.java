package dev.attune.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.simulator.Persona;
import dev.attune.simulator.Plantings;
import dev.attune.simulator.Plantings.Companion;
import dev.attune.simulator.SimulatedProduct;
import dev.attune.simulator.Simulator;
import dev.attune.simulator.SimulatorSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Linden &amp; Lark, the invented shop, as the simulator sees it. */
public final class DemoShop {
  private DemoShop() {}

  /** The rows of {@code demo/products.tsv} in file order, each from column name to value. */
  public static List<Map<String, String>> rows() {
    List<String> lines = DemoResources.text("products.tsv").lines().toList();
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** One simulated product for each product of the feed, at what its first variant costs. */
  public static List<SimulatedProduct> assortment() {
    Map<String, SimulatedProduct> products = new LinkedHashMap<>();
    for (Map<String, String> row : rows()) {
      SimulatedProduct product = product(row);
      products.putIfAbsent(product.id(), product);
    }
    return List.copyOf(products.values());
  }

  /** The personas and rhythms of {@code demo/habits.json}; accessories are the companions. */
  public static Plantings plantings() {
    JsonNode habits = DemoResources.json("habits.json");
    List<Persona> personas = new ArrayList<>();
    habits.get("personas").forEach(node -> personas.add(persona(node)));
    Map<String, Duration> rhythms = new HashMap<>();
    habits
        .get("rhythmDays")
        .properties()
        .forEach(e -> rhythms.put(e.getKey(), Duration.ofDays(e.getValue().asLong())));
    double probability = habits.get("companionProbability").asDouble();
    return new Plantings(personas, companions(probability), rhythms);
  }

  /** A simulator of this shop's traffic. */
  public static Simulator simulator(SimulatorSettings settings) {
    return new Simulator(assortment(), plantings(), settings);
  }

  private static SimulatedProduct product(Map<String, String> row) {
    String group = cell(row, "item_group_id");
    String sale = cell(row, "sale_price");
    String[] price = (sale.isEmpty() ? cell(row, "price") : sale).split(" ");
    return new SimulatedProduct(
        group.isEmpty() ? cell(row, "id") : group,
        cell(row, "id"),
        cell(row, "title"),
        List.of(cell(row, "product_type").split(" > ")),
        cell(row, "brand"),
        new BigDecimal(price[0]),
        price[1]);
  }

  private static String cell(Map<String, String> row, String column) {
    return requireNonNull(row.get(column), column);
  }

  private static Persona persona(JsonNode node) {
    Map<String, Double> weights = new HashMap<>();
    node.get("categoryWeights")
        .properties()
        .forEach(e -> weights.put(e.getKey(), e.getValue().asDouble()));
    return new Persona(
        node.get("name").asText(),
        weights,
        node.get("brandLoyalty").asDouble(),
        node.get("pricePosition").asDouble());
  }

  private static List<Companion> companions(double probability) {
    Stream<JsonNode> relations =
        DemoResources.text("relations.jsonl").lines().map(DemoResources::parsed);
    return relations
        .filter(relation -> relation.get("kind").asText().equals("ACCESSORY_OF"))
        .map(
            relation ->
                new Companion(
                    relation.get("target").asText(), relation.get("product").asText(), probability))
        .toList();
  }
}
