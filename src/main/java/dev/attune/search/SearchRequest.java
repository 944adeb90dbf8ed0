package dev.attune.search;

import dev.attune.search.listing.Filter;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import java.util.List;

/**
 * What is searched for.
 *
 * @param query as typed; blank finds everything
 * @param offset how many of the first hits are passed over
 * @param first how many come back at most
 */
public record SearchRequest(
    String query, List<Filter> filters, ProductSort sort, int offset, int first) {
  private static final int LONGEST_QUERY = 400;

  public SearchRequest {
    filters = List.copyOf(filters);
  }

  /** The best hits without filters. */
  public static SearchRequest of(String query, int first) {
    return new SearchRequest(query, List.of(), ProductSort.RELEVANCE, 0, first);
  }

  /** What of the query is looked at: a longer one is no search. */
  String words() {
    return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
  }

  /**
   * @param understood bounds that the query itself sets
   */
  Wish wish(List<Filter> understood) {
    return new Wish(filters, understood, sort, offset, first);
  }
}
