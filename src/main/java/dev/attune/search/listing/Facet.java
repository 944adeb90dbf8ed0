package dev.attune.search.listing;

import java.util.List;

/**
 * One field by which the list can be narrowed further, counted without its own filter.
 *
 * @param field as in {@link Filter#field}
 * @param values the most frequent first
 */
public record Facet(String field, String label, List<FacetCount> values) {
  public Facet {
    values = List.copyOf(values);
  }
}
