package dev.attune.graphql.listing;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.list.QueryInterpretation;
import dev.attune.merchandising.ProductCollection;
import dev.attune.platform.id.GlobalId;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchResult;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.Page;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of products: narrowed, put into this shopper's order, counted and cut into pages. */
@ApplicationScoped
public class Listings {
  /** No list is longer. */
  private static final int LONGEST = 10_000;

  private final SearchIndexes indexes;
  private final DecisionPipeline pipeline;

  Listings(SearchIndexes indexes, DecisionPipeline pipeline) {
    this.indexes = indexes;
    this.pipeline = pipeline;
  }

  public ProductConnection category(
      DecisionContext page,
      CategoryId category,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      @Nullable Integer first,
      @Nullable String after) {
    List<ProductId> products =
        page.catalog().productsIn(category).stream()
            .sorted(mostWantedFirst(page))
            .map(Product::id)
            .toList();
    ProductSort order = ProductSort.valueOf((sort == null ? "FEATURED" : sort.name()));
    Page listed = listed(page, products, filters, order);
    Slot slot = order == ProductSort.FEATURED ? ListingSlot.CATEGORY : ListingSlot.SORTED;
    Ordered ordered = order(page, slot, listed.hits());
    return Connections.of(
        page, ordered.products(), ordered.decided(), listed.facets(), null, first, after);
  }

  public ProductConnection collection(
      DecisionContext page,
      ProductCollection collection,
      @Nullable Integer first,
      @Nullable String after) {
    List<ProductId> products = collection.products().stream().map(ProductId::new).toList();
    Page listed = listed(page, products, null, ProductSort.FEATURED);
    Ordered ordered = order(page, ListingSlot.SORTED, listed.hits());
    return Connections.of(
        page, ordered.products(), ordered.decided(), listed.facets(), null, first, after);
  }

  public ProductConnection search(
      DecisionContext page,
      String query,
      @Nullable List<ProductFilterInput> filters,
      dev.attune.graphql.input.@Nullable ProductSort sort,
      @Nullable Integer first,
      @Nullable String after) {
    ProductSort order = ProductSort.valueOf(sort == null ? "RELEVANCE" : sort.name());
    SearchResult result =
        index(page)
            .search(
                new SearchRequest(query, filters(filters), order, 0, LONGEST),
                page.merchandise().synonyms(),
                page.models().popularity()::score);
    Slot slot = order == ProductSort.RELEVANCE ? ListingSlot.SEARCH : ListingSlot.SORTED;
    Ordered ordered = order(page, slot, result.hits());
    QueryInterpretation interpretation = Connections.interpretation(result, page);
    return Connections.of(
        page, ordered.products(), ordered.decided(), result.facets(), interpretation, first, after);
  }

  public SearchIndex index(DecisionContext page) {
    return indexes.forCatalog(page.catalog());
  }

  private Page listed(
      DecisionContext page,
      List<ProductId> products,
      @Nullable List<ProductFilterInput> filters,
      ProductSort sort) {
    Wish wish = new Wish(filters(filters), sort, 0, LONGEST);
    return index(page).listing().page(products, wish, page.models().popularity()::score);
  }

  /** The first of them in this shopper's order, the rest behind them as they were. */
  private Ordered order(DecisionContext page, Slot slot, List<Hit> hits) {
    List<ProductId> products = hits.stream().map(Hit::product).toList();
    List<ProductId> window = products.subList(0, Math.min(ListingSlot.WINDOW, products.size()));
    Decided decided = pipeline.decide(slot, Ask.of(page, ListingSlot.WINDOW).among(window));
    List<ProductId> ordered = new ArrayList<>(products.size());
    Set<ProductId> judged = new HashSet<>(window);
    for (GlobalId id : decided.subjects()) {
      ordered.add(new ProductId(id.local()));
    }
    for (ProductId rest : products.subList(window.size(), products.size())) {
      if (!judged.contains(rest)) {
        ordered.add(rest);
      }
    }
    return new Ordered(ordered, decided);
  }

  private static Comparator<Product> mostWantedFirst(DecisionContext page) {
    return Comparator.comparingDouble(
            (Product product) -> page.models().popularity().score(product.id()))
        .reversed();
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

  private record Ordered(List<ProductId> products, Decided decided) {}
}
