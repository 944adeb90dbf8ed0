package dev.attune.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small assortment and its simulated traffic, read back as a collector would. */
final class Traffic {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Traffic() {}

  /** Four top categories with three below each, eight products in each of those. */
  static List<SimulatedProduct> assortment() {
    List<SimulatedProduct> products = new ArrayList<>();
    for (String top : List.of("Bread", "Cloth", "Iron", "Paper")) {
      for (String leaf : List.of("Plain", "Fancy", "Parts")) {
        for (int i = 0; i < 8; i++) {
          String id = top + "-" + leaf + "-" + i;
          BigDecimal price = BigDecimal.valueOf(500 + 700L * i, 2);
          List<String> path = List.of(top, leaf);
          String brand = "Brand " + i % 3;
          products.add(
              new SimulatedProduct(id, id + "-a", leaf + " " + i, path, brand, price, "USD"));
        }
      }
    }
    return products;
  }

  /** Each event once, by message id, in order of arrival. */
  static List<JsonNode> of(Simulator simulator) {
    Map<String, JsonNode> events = new LinkedHashMap<>();
    simulator
        .events()
        .map(event -> parsed(event.json()))
        .forEach(event -> events.putIfAbsent(event.get("messageId").asText(), event));
    return List.copyOf(events.values());
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long count(List<JsonNode> events, String name) {
    return events.stream().filter(event -> event.path("event").asText().equals(name)).count();
  }
}
