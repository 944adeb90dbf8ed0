package dev.attune.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.SharedCatalog;
import dev.attune.SharedData;
import dev.attune.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The retail data set's events as models take them: without repeats, by owner, then by time. */
final class RetailLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RetailLog() {}

  static List<TrainingEvent> events() {
    List<TrainingEvent> events = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : SharedCatalog.lines(SharedData.file("retail-demo-store/events.ndjson.gz"))) {
      JsonNode event = parse(line);
      List<Signal> signals = signals(event);
      if (!signals.isEmpty() && seen.add(event.path("messageId").asText())) {
        String owner = event.path("anonymousId").asText(event.path("userId").asText());
        events.add(
            new TrainingEvent(owner, Instant.parse(event.path("timestamp").asText()), signals));
      }
    }
    events.sort(Comparator.comparing(TrainingEvent::owner).thenComparing(TrainingEvent::at));
    return events;
  }

  private static List<Signal> signals(JsonNode event) {
    JsonNode properties = event.path("properties");
    String product = properties.path("product_id").asText();
    return switch (event.path("event").asText()) {
      case "Product Viewed" -> List.of(new Signal(Signal.Kind.VIEW, product, 1));
      case "Product Added" -> List.of(new Signal(Signal.Kind.CART_ADD, product, 1));
      case "Order Completed" -> {
        List<Signal> bought = new ArrayList<>();
        properties
            .path("products")
            .forEach(
                line ->
                    bought.add(new Signal(Signal.Kind.BUY, line.path("product_id").asText(), 1)));
        yield bought;
      }
      default -> List.of();
    };
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(line, broken);
    }
  }
}
