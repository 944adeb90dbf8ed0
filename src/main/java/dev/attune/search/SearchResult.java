package dev.attune.search;

import dev.attune.search.listing.Facet;
import dev.attune.search.listing.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param totalCount of all hits
 * @param query as typed
 * @param corrected the query that was answered instead, null when it was the one typed: its words
 *     spelled right, or without a limit in money that nothing here is sold for
 * @param relaxed whether no product had all words, so that a part of them was enough
 * @param understood what of the query was taken for more than words
 * @param excluded words for what was left out, because the query says that it is not wanted
 * @param synonyms other words that were looked for, too
 */
public record SearchResult(
    List<Hit> hits,
    int totalCount,
    List<Facet> facets,
    String query,
    @Nullable String corrected,
    boolean relaxed,
    List<Understood> understood,
    List<String> excluded,
    List<String> synonyms) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    understood = List.copyOf(understood);
    excluded = List.copyOf(excluded);
    synonyms = List.copyOf(synonyms);
  }
}
