package dev.attune.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.events.Signal;
import dev.attune.models.lines.LogLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** A retail data set as lines to learn from. */
final class RetailLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RetailLines() {}

  static List<String> products() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String row : read("retail-demo-store/products.tsv.gz")) {
      String[] fields = row.split("\t", -1);
      if (!fields[0].equals("id")) {
        String category = fields[8].strip().replaceAll("[^a-z]+", "-");
        lines.add(String.join("\t", fields[0], category, fields[0], fields[0]));
      }
    }
    return lines;
  }

  /** Without repeats, in the order in which they came. */
  static List<String> events() throws IOException {
    List<String> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String row : read("retail-demo-store/events.ndjson.gz")) {
      JsonNode event = JSON.readTree(row);
      List<Signal> signals = signals(event);
      if (!signals.isEmpty() && seen.add(event.path("messageId").asText())) {
        String shopper = event.path("anonymousId").asText(event.path("userId").asText());
        Instant at = Instant.parse(event.path("timestamp").asText());
        lines.add(LogLine.of(shopper, at, lines.size(), signals));
      }
    }
    return lines;
  }

  private static List<Signal> signals(JsonNode event) {
    JsonNode properties = event.path("properties");
    List<Signal> signals = new ArrayList<>();
    switch (event.path("event").asText()) {
      case "Product Viewed" -> add(signals, Signal.Kind.VIEW, properties.path("product_id"));
      case "Product Added" -> add(signals, Signal.Kind.CART_ADD, properties.path("product_id"));
      case "Products Searched" -> add(signals, Signal.Kind.SEARCH, properties.path("query"));
      case "Order Completed" ->
          properties
              .path("products")
              .forEach(line -> add(signals, Signal.Kind.BUY, line.path("product_id")));
      default -> {
        // says nothing of products
      }
    }
    return signals;
  }

  private static void add(List<Signal> signals, Signal.Kind kind, JsonNode subject) {
    if (!subject.asText().isBlank()) {
      signals.add(new Signal(kind, subject.asText(), 1));
    }
  }

  private static List<String> read(String relative) throws IOException {
    Path file = Path.of(System.getProperty("attune.shared-data", "../shared/data"), relative);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        () -> "Skipped: no " + file + "; point -Dattune.shared-data at the data sets");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
