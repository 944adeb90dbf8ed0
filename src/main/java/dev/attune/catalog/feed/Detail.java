package dev.attune.catalog.feed;

import java.util.List;

/**
 * One thing an item says about itself, in the merchant's words.
 *
 * @param label never blank
 * @param values at least one
 */
public record Detail(String label, List<String> values) {
  public Detail {
    values = List.copyOf(values);
    if (label.isBlank() || values.isEmpty()) {
      throw new IllegalArgumentException("A detail needs a label and a value");
    }
  }
}
