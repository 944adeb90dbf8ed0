package dev.attune.graphql.listing;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Slot;
import dev.attune.decision.rule.Hidden;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.decision.source.taste.Rejected;
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.list.ListCursor;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.list.QueryInterpretation;
import dev.attune.merchandising.ProductCollection;
import dev.attune.models.Popularity;
import dev.attune.platform.error.AttuneException;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchResult;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
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
    Asked asked = new Asked(page, slot, query, turn, narrowed, category, null);
    Wish wish = new Wish(narrowed, order, 0, Asked.depth(turn));
    Page listed = index(page).listing().category(category, wish, demand(page));
    return connection(asked, listed.hits(), listed.totalCount(), listed.facets(), null);
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
    Asked asked = new Asked(page, ListingSlot.SORTED, query, turn, List.of(), null, null);
    Wish wish = new Wish(List.of(), ProductSort.FEATURED, 0, Asked.depth(turn));
    Page listed = index(page).listing().page(products, wish, demand(page));
    return connection(asked, listed.hits(), listed.totalCount(), listed.facets(), null);
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
    String query = ListCursor.query("search", words, narrowed, order, page.catalog().view());
    Asked asked = new Asked(page, slot, query, turn, narrowed, null, words);
    SearchResult result =
        index(page)
            .search(
                new SearchRequest(words, narrowed, order, 0, Asked.depth(turn)),
                page.merchandise()
                    .synonyms(page.place().country(), page.place().locale(), page.now()),
                demand(page));
    QueryInterpretation interpretation = Connections.interpretation(result, page);
    return connection(asked, result.hits(), result.totalCount(), result.facets(), interpretation);
  }

  public SearchIndex index(DecisionContext page) {
    return indexes.forCatalog(page.catalog());
  }

  /** What shoppers of all markets want, as the models know it: lists are put in order but once. */
  public static Demand demand(DecisionContext page) {
    Popularity popularity = page.models().popularity().everywhere();
    return Demand.of(popularity, popularity::score);
  }

  private ProductConnection connection(
      Asked asked,
      List<Hit> hits,
      int total,
      List<Facet> facets,
      @Nullable QueryInterpretation interpretation) {
    DecisionContext page = asked.page();
    @Nullable Walk walk = asked.turn().walk();
    List<ProductId> top = walk == null ? beginning(hits) : still(walk.window(), asked);
    Ask ask = asked.ask(top, strengths(asked, top, hits));
    Decided decided = pipeline.decide(asked.slot(), ask);
    List<ProductId> personal =
        decided.subjects().stream().map(id -> new ProductId(id.local())).toList();
    Set<ProductId> found = new HashSet<>(top);
    hits.forEach(hit -> found.add(hit.product()));
    Set<ProductId> hidden = new HashSet<>(top);
    personal.forEach(hidden::remove);
    hidden.addAll(Hidden.among(found, asked.slot().name(), ask));
    hidden.addAll(Rejected.among(found, ask));
    long brought = personal.stream().filter(id -> !found.contains(id)).count();
    int left = (int) Math.max(0, total - hidden.size() + brought);
    List<ProductId> products = continued(walk, personal, top, hits);
    Walk further =
        walk == null
            ? walks.begin(page, decided.id(), products, personal.size())
            : walk.reaching(products);
    if (walk != null) {
      Set<ProductId> gone = new HashSet<>(walk.products());
      still(walk.products(), asked).forEach(gone::remove);
      personal.forEach(gone::remove);
      hidden.addAll(gone);
    }
    if (left > asked.turn().first()) {
      walks.keep(further);
    }
    Ordered list = new Ordered(asked.query(), further.name(), further.products(), hidden, left);
    return Connections.of(asked, list, decided, facets, interpretation);
  }

  private static List<ProductId> beginning(List<Hit> hits) {
    return hits.stream().limit(ListingSlot.WINDOW).map(Hit::product).toList();
  }

  /** Those that belong to the list as it is now, in their order. */
  private List<ProductId> still(List<ProductId> products, Asked asked) {
    Set<ProductId> passing =
        index(asked.page()).listing().passing(products, asked.category(), asked.filters());
    return products.stream().filter(passing::contains).toList();
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

  /** What was given, or is ranked now, then the rest of the list as it is. */
  private static List<ProductId> continued(
      @Nullable Walk walk, List<ProductId> personal, List<ProductId> judged, List<Hit> hits) {
    List<ProductId> all = new ArrayList<>(walk == null ? personal : walk.products());
    Set<ProductId> known = new HashSet<>(all);
    known.addAll(judged);
    for (Hit hit : hits) {
      if (!known.contains(hit.product())) {
        all.add(hit.product());
      }
    }
    return all;
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
