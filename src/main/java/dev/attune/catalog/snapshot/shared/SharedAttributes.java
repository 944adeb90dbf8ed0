package dev.attune.catalog.snapshot.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.attune.catalog.Attribute;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.snapshot.row.KnownTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads attributes as the store keeps them, {@code [["label", "value", …], …]}; equal ones are one
 * object, and what was read before is known by its bytes.
 */
public final class SharedAttributes {
  private static final int FIRST_SIZE = 64;

  private final JsonFactory json = new JsonFactory();
  private final Shared shared;
  private final KnownTexts<Said> known = new KnownTexts<>(this::said);
  private final Map<String, Key> keys = new HashMap<>();

  /** Where the attributes of the text being read begin, have ended, and the hashes of these. */
  private int[] starts = new int[FIRST_SIZE];

  private int[] ends = new int[FIRST_SIZE];
  private int[] hashes = new int[FIRST_SIZE];
  private int texts;

  /** An attribute, and the key that it has in common with others. */
  private record Said(Attribute attribute, Key key) {}

  private static final class Key {
    private int text;
  }

  public SharedAttributes(Shared shared) {
    this.shared = shared;
  }

  /**
   * Reads a part of these bytes, UTF-8 as {@code jsonb} is written. Labels with one key are one
   * attribute.
   */
  public List<Attribute> read(byte[] bytes, int from, int to) {
    int count = scan(bytes, from, to);
    if (count == 0) {
      return List.of();
    }
    texts++;
    boolean apart = true;
    Attribute[] attributes = new Attribute[count];
    for (int i = 0; i < count; i++) {
      Said said = known.of(hashes[i], bytes, starts[i], ends[i]);
      attributes[i] = said.attribute();
      apart &= said.key().text != texts;
      said.key().text = texts;
    }
    return apart ? List.of(attributes) : together(attributes);
  }

  /** Finds the inner arrays; all hashes come first, so that looking them up can overlap. */
  private int scan(byte[] bytes, int from, int to) {
    int count = 0;
    int at = from + 1;
    while (at < to) {
      if (bytes[at] != '[') {
        at++;
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
        hashes = Arrays.copyOf(hashes, count * 2);
      }
      starts[count] = at;
      at = end(bytes, at + 1);
      ends[count] = at;
      hashes[count] = KnownTexts.hash(bytes, starts[count], at);
      count++;
    }
    return count;
  }

  /** Behind the bracket that closes an array of strings. */
  private static int end(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != ']') {
      if (bytes[at] == '"') {
        at++;
        while (bytes[at] != '"') {
          at += bytes[at] == '\\' ? 2 : 1;
        }
      }
      at++;
    }
    return at + 1;
  }

  private Said said(String text) {
    List<String> words = new ArrayList<>(2);
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      for (String word = parser.nextTextValue(); word != null; word = parser.nextTextValue()) {
        words.add(shared.one(word));
      }
    } catch (IOException corrupt) {
      throw new UncheckedIOException(
          "Attributes in the store are not as imports write them", corrupt);
    }
    String label = words.get(0);
    String name = shared.one(name(label));
    Attribute attribute = new Attribute(name, label, words.subList(1, words.size()));
    return new Said(shared.one(attribute), keys.computeIfAbsent(name, any -> new Key()));
  }

  private List<Attribute> together(Attribute[] attributes) {
    Map<String, Attribute> merged = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      merged.merge(attribute.name(), attribute, SharedAttributes::together);
    }
    return merged.values().stream().map(shared::one).toList();
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
