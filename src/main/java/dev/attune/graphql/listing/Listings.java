package dev.attune.graphql.listing;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.list.ListCursor;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Synonyms;
import dev.attune.platform.error.AttuneException;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchResult;
import dev.attune.search.Understood;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Page;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of products: narrowed, put into this shopper's order, counted and cut into pages. The top
 * of a list is ranked for the shopper; what follows keeps the list's own order, so that a page
 * costs the same however long the list is.
 */
@ApplicationScoped
public class Listings {
  private final SearchIndexes indexes;
  private final DecisionPipeline pipeline;
  private final Walks walks;

  Listings(SearchIndexes indexes, DecisionPipeline pipeline, Walks walks) {
    this.indexes = indexes;
    this.pipeline = pipeline;
    this.walks = walks;
  }

  /**
   * A page of a category.
   *
   * @param sort null for FEATURED
   * @throws AttuneException INVALID_VALUE for a filter that makes no sense, INVALID_CURSOR for the
   *     cursor of another list
   */
  public ProductConnection category(
      DecisionContext page,
      CategoryId category,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      Turn turn) {
    ProductSort order = ProductSort.valueOf(sort == null ? "FEATURED" : sort.name());
    Slot slot = order == ProductSort.FEATURED ? ListingSlot.CATEGORY : ListingSlot.SORTED;
    List<Filter> narrowed = filters(filters);
    String query = ListCursor.query("category", category, narrowed, order, page.catalog().view());
    Listing listing = index(page).listing();
    return connection(
        new Asked(page, slot, query, turn, category, null),
        depth ->
            listed(
                listing.category(category, new Wish(narrowed, order, 0, depth), demand(page)),
                some -> listing.passing(some, category, narrowed)));
  }

  /**
   * A page of a merchants' collection.
   *
   * @throws AttuneException INVALID_CURSOR for the cursor of another list
   */
  public ProductConnection collection(
      DecisionContext page, ProductCollection collection, Turn turn) {
    List<ProductId> products = collection.products().stream().map(ProductId::new).toList();
    String query = ListCursor.query("collection", collection.id(), page.catalog().view());
    Listing listing = index(page).listing();
    return connection(
        new Asked(page, ListingSlot.SORTED, query, turn, null, null),
        depth ->
            listed(
                listing.page(
                    products, new Wish(List.of(), ProductSort.FEATURED, 0, depth), demand(page)),
                some -> {
                  Set<ProductId> in = new HashSet<>(products);
                  in.retainAll(listing.passing(some, null, List.of()));
                  return in;
                }));
  }

  /**
   * A page of what a search finds.
   *
   * @param sort null for RELEVANCE
   * @throws AttuneException INVALID_VALUE for a filter that makes no sense, INVALID_CURSOR for the
   *     cursor of another list
   */
  public ProductConnection search(
      DecisionContext page,
      String words,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      Turn turn) {
    ProductSort order = ProductSort.valueOf(sort == null ? "RELEVANCE" : sort.name());
    Slot slot = order == ProductSort.RELEVANCE ? ListingSlot.SEARCH : ListingSlot.SORTED;
    List<Filter> narrowed = filters(filters);
    String query =
        ListCursor.query("search", SearchIndex.key(words), narrowed, order, page.catalog().view());
    SearchIndex index = index(page);
    List<Synonyms> synonyms = synonyms(page);
    return connection(
        new Asked(page, slot, query, turn, null, words),
        depth -> {
          SearchRequest request = new SearchRequest(words, narrowed, order, 0, depth);
          SearchResult result = index.search(request, synonyms, demand(page));
          List<Filter> all = new ArrayList<>(narrowed);
          result.understood().stream()
              .filter(Understood::narrows)
              .forEach(understood -> all.add(understood.filter()));
          return new Listed(
              result.hits(),
              result.totalCount(),
              result.facets(),
              Connections.interpretation(result, page),
              some -> index.listing().passing(some, null, all));
        });
  }

  /** The same question among what comes nearest to a search that found nothing. */
  public Ask nearest(Ask ask, String words) {
    DecisionContext page = ask.context();
    List<Hit> hits =
        index(page)
            .nearest(SearchRequest.of(words, ListingSlot.WINDOW), synonyms(page), demand(page));
    double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
    return ask.among(
            hits.stream().map(Hit::product).toList(),
            best <= 0 ? List.of() : hits.stream().map(hit -> hit.score() / best).toList())
        .searching(words);
  }

  private static List<Synonyms> synonyms(DecisionContext page) {
    return page.merchandise().synonyms(page.place().country(), page.place().locale(), page.now());
  }

  public SearchIndex index(DecisionContext page) {
    return indexes.forCatalog(page.catalog());
  }

  /** What shoppers of all markets want, as the page's models know it. */
  public static Demand demand(DecisionContext page) {
    return Demand.of(page.models().popularity());
  }

  private ProductConnection connection(Asked asked, Listed.Reading list) {
    Turn turn = asked.turn();
    @Nullable Walk walk = turn.walk();
    int depth = asked.depth();
    Listed listed = list.to(depth);
    Set<ProductId> still = walk == null ? Set.of() : listed.membership().of(walk.products());
    List<ProductId> top =
        walk == null
            ? listed.hits().stream().limit(ListingSlot.WINDOW).map(Hit::product).toList()
            : walk.window().stream().filter(still::contains).toList();
    Ask ask = asked.ask(top, strengths(asked, top, listed.hits()));
    Decided decided = pipeline.decide(asked.slot(), ask);
    Judged judged = new Judged(asked, walk, still, top, decided);
    Ordered ordered = judged.order(listed);
    while (listed.isCut(depth) && !ordered.has(turn.first(), ordered.behind(turn.after()))) {
      depth = Asked.deeper(depth);
      listed = list.to(depth);
      ordered = judged.order(listed);
    }
    if (ordered.total() > turn.first()) {
      walks.keep(asked.page(), walk, ordered, decided);
    }
    return Connections.of(asked, ordered, decided, listed);
  }

  private static Listed listed(Page page, Listed.Membership membership) {
    return new Listed(page.hits(), page.totalCount(), page.facets(), null, membership);
  }

  /** How well search results match, of the best match; other lists have an order and no scores. */
  private static List<Double> strengths(Asked asked, List<ProductId> top, List<Hit> hits) {
    double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
    if (asked.slot() != ListingSlot.SEARCH || best <= 0) {
      return List.of();
    }
    Map<ProductId, Double> scores = new HashMap<>();
    hits.forEach(hit -> scores.put(hit.product(), hit.score() / best));
    return top.stream().map(id -> scores.getOrDefault(id, 0.0)).toList();
  }

  private static List<Filter> filters(@Nullable List<ProductFilterInput> inputs) {
    if (inputs == null) {
      return List.of();
    }
    return inputs.stream()
        .map(
            input ->
                new Filter(
                    input.field,
                    input.in == null ? List.of() : input.in,
                    Connections.number("filters.min", input.min),
                    Connections.number("filters.max", input.max)))
        .toList();
  }
}
