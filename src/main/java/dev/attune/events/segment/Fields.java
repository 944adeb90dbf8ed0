package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object in an event, whose fields are read by one of several names. Everything that is refused
 * is an {@link AttuneException} that names the field as the client wrote it.
 *
 * @param path the object's place in the event, {@code properties.products[2]}; empty for the event
 * @param otherwise what its amounts are in where nothing says, null where they must say it
 */
record Fields(JsonNode node, String path, @Nullable Currency otherwise) {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_PIECES = 100_000;
  private static final Pattern PIECES = Pattern.compile("\\d{1,6}(\\.0+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

  Fields(JsonNode node, String path) {
    this(node, path, null);
  }

  /** The object of this name; one without fields when it is missing. */
  Fields child(String name) {
    JsonNode child = node.path(name);
    if (!child.isObject() && !absent(child)) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, field(name), field(name) + " must be an object");
    }
    return new Fields(child, field(name), otherwise);
  }

  /** The objects of the first list that is there. */
  List<Fields> children(String... names) {
    for (String name : names) {
      JsonNode list = node.path(name);
      if (!absent(list)) {
        return children(name, list);
      }
    }
    return List.of();
  }

  private List<Fields> children(String name, JsonNode list) {
    if (!list.isArray()) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, field(name), field(name) + " must be a list");
    }
    List<Fields> children = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String path = field(name) + "[" + i + "]";
      if (!list.get(i).isObject()) {
        throw new AttuneException(ErrorCode.INVALID_VALUE, path, path + " must be an object");
      }
      children.add(new Fields(list.get(i), path, otherwise));
    }
    return children;
  }

  /** The first of these that says something, cut to 500 characters, else null. */
  @Nullable String text(String... names) {
    String text = raw(names);
    return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /** The first of these ids that is there, else null; longer than 200 characters is refused. */
  @Nullable String id(String... names) {
    String id = raw(names);
    if (id != null && id.length() > LONGEST_ID) {
      String field = field(present(names));
      throw new AttuneException(
          ErrorCode.TOO_LONG, field, field + " must have at most " + LONGEST_ID + " characters");
    }
    return id;
  }

  /** The id, which must be there under one of these names; the first is the one to ask for. */
  String requiredId(String... names) {
    String id = id(names);
    if (id == null) {
      throw missing(names[0]);
    }
    return id;
  }

  /** How many, 1 when it does not say. */
  int quantity() {
    JsonNode value = node.path("quantity");
    if (absent(value)) {
      return 1;
    }
    String text = value.isTextual() ? value.textValue().strip() : value.asText();
    int quantity = PIECES.matcher(text).matches() ? (int) Double.parseDouble(text) : 0;
    if (quantity < 1 || quantity > MOST_PIECES) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          field("quantity"),
          field("quantity") + " must be a whole number from 1 to " + MOST_PIECES);
    }
    return quantity;
  }

  /** A small whole number, null when it is none. */
  @Nullable Integer number(String name) {
    JsonNode value = node.path(name);
    if (absent(value)) {
      return null;
    }
    String text = value.isTextual() ? value.textValue().strip() : value.asText();
    return DIGITS.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  boolean has(String name) {
    return !absent(node.path(name));
  }

  /** The name of a field of this object in the whole event. */
  String field(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  AttuneException missing(String name) {
    return new AttuneException(ErrorCode.MISSING_FIELD, field(name), field(name) + " is required");
  }

  private @Nullable String raw(String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isContainerNode()) {
        throw new AttuneException(
            ErrorCode.INVALID_VALUE, field(name), field(name) + " must be a text");
      }
      if (!absent(value) && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return null;
  }

  private String present(String... names) {
    for (String name : names) {
      if (has(name)) {
        return name;
      }
    }
    return names[0];
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
