package dev.attune.profile;

/**
 * A shopper's interest in one category, brand or attribute value.
 *
 * @param value the category's handle, the brand's name, or {@code name=value}
 * @param score its share of all the shopper's interest in this dimension, 0 to 1
 */
public record Affinity(Dimension dimension, String value, double score) {}
