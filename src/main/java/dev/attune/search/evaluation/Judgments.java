package dev.attune.search.evaluation;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people said of search results.
 *
 * @param ratings by query and product id; 0 is irrelevant, more is better
 */
public record Judgments(Map<String, Map<String, Double>> ratings) {
  public Judgments {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    ratings.forEach(
        (query, rated) -> copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(rated))));
    ratings = Collections.unmodifiableMap(copy);
  }

  /** How many of the rated products the catalog does not have. */
  public int unknownIn(CatalogSnapshot catalog) {
    return (int)
        ratings.values().stream()
            .flatMap(rated -> rated.keySet().stream())
            .distinct()
            .filter(id -> id.isBlank() || catalog.ordinal(new ProductId(id)) < 0)
            .count();
  }
}
