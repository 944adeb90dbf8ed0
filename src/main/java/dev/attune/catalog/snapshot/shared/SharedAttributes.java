package dev.attune.catalog.snapshot.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.attune.catalog.Attribute;
import dev.attune.catalog.feed.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads attributes as the store keeps them, {@code [["label", "value", …], …]}; equal ones are one
 * object.
 */
public final class SharedAttributes {
  private final JsonFactory json = new JsonFactory();
  private final Shared shared;
  private final Map<String, Label> labels = new HashMap<>();

  /** An attribute's label with its key, and the attributes with one value that were read of it. */
  private record Label(String name, String text, Map<String, Attribute> singles) {}

  public SharedAttributes(Shared shared) {
    this.shared = shared;
  }

  /** Labels with one key are one attribute. */
  public List<Attribute> read(String text) {
    if (text.length() <= 2) {
      return List.of();
    }
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    if (text.indexOf('\\') < 0) {
      scan(text, attributes);
    } else {
      parse(text, attributes);
    }
    return List.copyOf(attributes.values());
  }

  /** Reads a text without escapes, in which every other quote ends a string. */
  private void scan(String text, Map<String, Attribute> attributes) {
    List<String> said = new ArrayList<>(2);
    int at = 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        int end = text.indexOf('"', at + 1);
        said.add(text.substring(at + 1, end));
        at = end;
      } else if (c == ']' && !said.isEmpty()) {
        add(said, attributes);
        said.clear();
      }
      at++;
    }
  }

  private void parse(String text, Map<String, Attribute> attributes) {
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        List<String> said = new ArrayList<>(2);
        for (String value = parser.nextTextValue(); value != null; value = parser.nextTextValue()) {
          said.add(value);
        }
        add(said, attributes);
      }
    } catch (IOException corrupt) {
      throw new UncheckedIOException(
          "Attributes in the store are not as imports write them", corrupt);
    }
  }

  private void add(List<String> said, Map<String, Attribute> attributes) {
    Label label = labels.computeIfAbsent(said.get(0), SharedAttributes::label);
    Attribute attribute =
        said.size() == 2
            ? label.singles().computeIfAbsent(said.get(1), value -> single(label, value))
            : shared.one(new Attribute(label.name(), label.text(), said.subList(1, said.size())));
    attributes.merge(label.name(), attribute, SharedAttributes::together);
  }

  private static Label label(String text) {
    return new Label(name(text), text, new HashMap<>());
  }

  private Attribute single(Label label, String value) {
    return new Attribute(label.name(), label.text(), List.of(shared.one(value)));
  }

  /** The key of an attribute that merchants label so. */
  public static String name(String label) {
    String key = Slug.key(label);
    return key.isEmpty() ? "x" + Integer.toHexString(label.hashCode()) : key;
  }

  /** The values of both, each once, under the first one's label. */
  public static Attribute together(Attribute first, Attribute second) {
    List<String> values = new ArrayList<>(first.values());
    second.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
    return new Attribute(first.name(), first.label(), values);
  }
}
