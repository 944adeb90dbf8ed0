package dev.attune.graphql.listing;

import dev.attune.catalog.ProductId;
import dev.attune.graphql.list.QueryInterpretation;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.Hit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a list as it is now, for nobody in particular.
 *
 * @param total how many products it has in all
 * @param membership tells what belongs to it
 */
record Listed(
    List<Hit> hits,
    int total,
    List<Facet> facets,
    @Nullable QueryInterpretation interpretation,
    Membership membership) {
  Listed {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /** Reads lists. */
  @FunctionalInterface
  interface Reading {
    /** So many of the list's first products. */
    Listed to(int depth);
  }

  /** Knows what belongs to a list, wherever in it that stands. */
  @FunctionalInterface
  interface Membership {
    /** Those of the products that the list has. */
    Set<ProductId> of(Collection<ProductId> products);
  }

  /** Whether there may be more of it than was read. */
  boolean isCut(int depth) {
    return hits.size() == depth && depth < Asked.LONGEST;
  }
}
