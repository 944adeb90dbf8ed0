package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a product or variant says about itself. */
final class LineAttributes {
  private LineAttributes() {}

  /** The attributes, with the models that it is and that it fits. */
  static List<Detail> of(JsonNode node) {
    List<Detail> details = new ArrayList<>();
    for (Map.Entry<String, JsonNode> attribute : node.path("attributes").properties()) {
      JsonNode value = attribute.getValue();
      add(details, attribute.getKey(), value.isArray() ? texts(value) : one(value));
    }
    add(details, "Model", texts(node.path("models")));
    add(details, "Fits", texts(node.path("fits")));
    return details;
  }

  /** The distinct texts of an array, each on one line. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      texts.addAll(one(element));
    }
    return texts;
  }

  private static List<String> one(JsonNode value) {
    String text = PlainText.line(ItemFields.clean(value.asText()));
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static void add(List<Detail> details, String name, List<String> values) {
    String label = PlainText.line(ItemFields.clean(name));
    if (!label.isEmpty() && !values.isEmpty()) {
      details.add(new Detail(label, values.stream().distinct().toList()));
    }
  }
}
