package dev.attune.catalog.store.staged;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.attune.catalog.feed.Detail;
import java.util.List;
import java.util.Map;

/** What an item says about itself as JSON. */
final class StagedJson {
  private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

  private StagedJson() {}

  static String attributes(List<Detail> details) {
    StringBuilder json = new StringBuilder("[");
    for (Detail detail : details) {
      json.append(json.length() == 1 ? "[" : ",[");
      string(json, detail.label());
      for (String value : detail.values()) {
        string(json.append(','), value);
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  static String options(Map<String, String> options) {
    StringBuilder json = new StringBuilder("{");
    options.forEach(
        (name, value) -> {
          string(json.length() == 1 ? json : json.append(','), name);
          string(json.append(':'), value);
        });
    return json.append('}').toString();
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    if (isPlain(text)) {
      json.append(text);
    } else {
      json.append(JSON.quoteAsString(text));
    }
    json.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
