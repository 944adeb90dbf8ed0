package dev.attune.search.listing;

import java.util.List;

/**
 * A part of a list.
 *
 * @param totalCount of the whole list
 */
public record Page(List<Hit> hits, int totalCount, List<Facet> facets) {
  public Page {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }
}
