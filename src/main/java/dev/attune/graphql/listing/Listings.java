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
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.list.ListCursor;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.list.QueryInterpretation;
import dev.attune.graphql.list.Slice;
import dev.attune.merchandising.ProductCollection;
import dev.attune.models.Popularity;
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
  /** No list can be walked further. */
  private static final int LONGEST = 10_000;

  /** So many more are looked at than a page needs, for those that came in front of it. */
  private static final int SLACK = 100;

  /** So many products may be brought in by merchants' rules. */
  private static final int BROUGHT = 100;

  private final SearchIndexes indexes;
  private final DecisionPipeline pipeline;
  private final GivenOrders given;

  /** What is asked for: the list's name, its first items, and what they are ranked by. */
  private record Asked(
      DecisionContext page,
      Slot slot,
      String query,
      int first,
      @Nullable ListCursor after,
      @Nullable CategoryId category,
      @Nullable String words) {
    static Asked of(
        DecisionContext page,
        Slot slot,
        String query,
        @Nullable Integer first,
        @Nullable String after) {
      @Nullable ListCursor cursor = after == null ? null : ListCursor.parse(after, query);
      return new Asked(page, slot, query, Slice.size("first", first), cursor, null, null);
    }

    Asked in(CategoryId its) {
      return new Asked(page, slot, query, first, after, its, words);
    }

    Asked searching(String its) {
      return new Asked(page, slot, query, first, after, category, its);
    }

    Ask ask(List<ProductId> top, List<Double> strengths) {
      Ask ask = Ask.of(page, ListingSlot.WINDOW + BROUGHT).among(top, strengths).searching(words);
      return category == null ? ask : ask.in(category);
    }

    /** How much of the list has to be known. */
    int depth() {
      int behind = after == null ? 0 : after.position() + 1;
      return Math.min(LONGEST, Math.max(ListingSlot.WINDOW, behind + first) + SLACK);
    }
  }

  Listings(SearchIndexes indexes, DecisionPipeline pipeline, GivenOrders given) {
    this.indexes = indexes;
    this.pipeline = pipeline;
    this.given = given;
  }

  public ProductConnection category(
      DecisionContext page,
      CategoryId category,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      @Nullable Integer first,
      @Nullable String after) {
    ProductSort order = ProductSort.valueOf(sort == null ? "FEATURED" : sort.name());
    Slot slot = order == ProductSort.FEATURED ? ListingSlot.CATEGORY : ListingSlot.SORTED;
    List<Filter> narrowed = filters(filters);
    String query = ListCursor.query("category", category, narrowed, order, page.catalog().view());
    Asked asked = Asked.of(page, slot, query, first, after).in(category);
    Page listed =
        index(page)
            .listing()
            .category(category, new Wish(narrowed, order, 0, asked.depth()), demand(page));
    return connection(asked, listed.hits(), listed.totalCount(), listed.facets(), null);
  }

  public ProductConnection collection(
      DecisionContext page,
      ProductCollection collection,
      @Nullable Integer first,
      @Nullable String after) {
    List<ProductId> products = collection.products().stream().map(ProductId::new).toList();
    String query = ListCursor.query("collection", collection.id(), page.catalog().view());
    Asked asked = Asked.of(page, ListingSlot.SORTED, query, first, after);
    Wish wish = new Wish(List.of(), ProductSort.FEATURED, 0, asked.depth());
    Page listed = index(page).listing().page(products, wish, demand(page));
    return connection(asked, listed.hits(), listed.totalCount(), listed.facets(), null);
  }

  public ProductConnection search(
      DecisionContext page,
      String words,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      @Nullable Integer first,
      @Nullable String after) {
    ProductSort order = ProductSort.valueOf(sort == null ? "RELEVANCE" : sort.name());
    Slot slot = order == ProductSort.RELEVANCE ? ListingSlot.SEARCH : ListingSlot.SORTED;
    List<Filter> narrowed = filters(filters);
    String query = ListCursor.query("search", words, narrowed, order, page.catalog().view());
    Asked asked = Asked.of(page, slot, query, first, after).searching(words);
    SearchResult result =
        index(page)
            .search(
                new SearchRequest(words, narrowed, order, 0, asked.depth()),
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
    List<ProductId> top = top(asked, hits);
    Ask ask = asked.ask(top, strengths(asked, top, hits));
    Decided decided = pipeline.decide(asked.slot(), ask);
    List<ProductId> personal =
        decided.subjects().stream().map(id -> new ProductId(id.local())).toList();
    @Nullable ListCursor after = asked.after();
    String name = after == null ? decided.id() : after.order();
    List<ProductId> order = after == null ? personal : given.of(name).orElse(personal);
    if (after == null && total > asked.first()) {
      given.keep(name, personal);
    }
    Set<ProductId> hidden = new HashSet<>(top);
    personal.forEach(hidden::remove);
    Set<ProductId> found = new HashSet<>(top);
    hits.forEach(hit -> found.add(hit.product()));
    hidden.addAll(Hidden.among(found, asked.slot().name(), ask));
    long brought = personal.stream().filter(id -> !found.contains(id)).count();
    int left = (int) Math.max(0, total - hidden.size() + brought);
    Ordered list = new Ordered(asked.query(), name, continued(order, top, hits), hidden, left);
    return Connections.of(page, list, decided, facets, interpretation, asked.first(), after);
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

  /** What is ranked for the shopper: the first of the list, or what a page before it ranked. */
  private List<ProductId> top(Asked asked, List<Hit> hits) {
    @Nullable ListCursor after = asked.after();
    List<ProductId> first = hits.stream().limit(ListingSlot.WINDOW).map(Hit::product).toList();
    return after == null ? first : given.of(after.order()).orElse(first);
  }

  /** The ranked ones, then the rest of the list as it is. */
  private static List<ProductId> continued(
      List<ProductId> order, List<ProductId> judged, List<Hit> hits) {
    List<ProductId> all = new ArrayList<>(order);
    Set<ProductId> known = new HashSet<>(order);
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
