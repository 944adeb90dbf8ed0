package dev.attune.search.evaluation;

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
}
