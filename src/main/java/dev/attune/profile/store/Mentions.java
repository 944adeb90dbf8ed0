package dev.attune.profile.store;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.attune.events.Identifier;
import dev.attune.events.log.BodyNames;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a body that others sent may name a person. Ids count only in the fields that are read as such
 * ids, because whoever sends an event chooses its id: a visitor who calls itself {@code Product
 * Viewed} must not reach what others viewed. Addresses and their hashes count wherever they stand.
 */
final class Mentions {
  private static final String VISITOR_FIELDS = fields(BodyNames.VISITOR_FIELDS);
  private static final String CUSTOMER_FIELDS = fields(BodyNames.CUSTOMER_FIELDS);
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s\"]+@[^@\\s\"]+\\.[^@\\s\"]+");

  /** By regular expression of PostgreSQL, what all of its matches have in them in small letters. */
  private final Map<String, String> texts = new TreeMap<>();

  private final Set<Long> names = new TreeSet<>();

  /** An identifier that is theirs alone. */
  void add(Identifier identifier) {
    String value = identifier.value();
    switch (identifier.type()) {
      case VISITOR -> field(VISITOR_FIELDS, value);
      case CUSTOMER -> field(CUSTOMER_FIELDS, value);
      case EXTERNAL -> external(value.substring(0, value.indexOf('=')), afterKind(value));
      case EMAIL -> anywhere(value);
      case CLAIMED -> {
        // Whoever claims an id is not who has it.
      }
    }
  }

  /** An address, also within a text and in any case; what is none is passed over. */
  void addAddress(String text) {
    if (ADDRESS.matcher(text).matches()) {
      String small = text.toLowerCase(Locale.ROOT);
      // As it was sent is what older versions filed it under.
      names.add(BodyNames.hash(text));
      names.add(BodyNames.hash(small));
      texts.put("(?i)(?<![a-z0-9._%+-])" + escaped(json(small)) + "(?![a-z0-9-])", json(small));
    }
  }

  /** What the log finds bodies by that may have one of them. */
  Long[] names() {
    return names.toArray(Long[]::new);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  String[] patterns() {
    return texts.keySet().toArray(String[]::new);
  }

  /** In the order of {@link #patterns}. */
  String[] texts() {
    Collection<String> values = texts.values();
    return values.toArray(String[]::new);
  }

  private void field(String fields, String value) {
    names.add(BodyNames.hash(value));
    texts.put("\"(?:" + fields + ")\"\\s*:\\s*" + valued(value), small(value));
  }

  private void external(String kind, String value) {
    String id = "\"id\"\\s*:\\s*" + valued(value);
    String type = "\"type\"\\s*:\\s*" + valued(kind);
    names.add(BodyNames.hash(value));
    texts.put(id + "[^{}]*" + type + "|" + type + "[^{}]*" + id, small(value));
  }

  private void anywhere(String value) {
    names.add(BodyNames.hash(value));
    texts.put(escaped('"' + json(value) + '"'), small(value));
  }

  /** The value between quotes, or bare, as numbers are sent. */
  private static String valued(String value) {
    String text = escaped(json(value));
    return "(?:\"" + text + "\"|" + text + "\\M)";
  }

  private static String afterKind(String value) {
    return value.substring(value.indexOf('=') + 1);
  }

  private static String fields(Set<String> names) {
    return String.join("|", new TreeSet<>(names));
  }

  private static String small(String value) {
    return json(value).toLowerCase(Locale.ROOT);
  }

  private static String json(String value) {
    String quoted = TextNode.valueOf(value).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  /** With a backslash before all that means something in a regular expression. */
  private static String escaped(String text) {
    return text.replaceAll("([^\\p{IsAlphabetic}\\p{IsDigit}_\\s])", "\\\\$1");
  }
}
