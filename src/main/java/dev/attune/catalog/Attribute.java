package dev.attune.catalog;

import java.util.List;

/**
 * One thing a product says about itself.
 *
 * @param name a stable lower-case key, {@code display_diagonal}
 * @param label as merchants wrote it
 * @param values at least one, in the feed's order
 */
public record Attribute(String name, String label, List<String> values) {
  public Attribute {
    values = List.copyOf(values);
    if (name.isBlank() || values.isEmpty()) {
      throw new IllegalArgumentException("An attribute needs a name and a value");
    }
  }
}
