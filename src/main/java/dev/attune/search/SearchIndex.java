package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.listing.FieldTable;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Page;
import dev.attune.search.text.TextIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Everything that finds products of one catalog; those without a price are not in it. */
public final class SearchIndex {
  /** Of a shop that sells nothing. */
  public static final SearchIndex EMPTY = of(CatalogSnapshot.EMPTY);

  private final String version;
  private final FieldTable table;
  private final TextIndex text;
  private final QueryUnderstanding understanding;
  private final Listing listing;
  private final Suggester suggester;

  private record Found(List<Hit> hits, @Nullable String corrected, boolean relaxed) {}

  private SearchIndex(CatalogSnapshot catalog) {
    version = catalog.version();
    table = new FieldTable(catalog);
    List<Product> priced = new ArrayList<>(table.size());
    for (int row = 0; row < table.size(); row++) {
      priced.add(table.product(row));
    }
    text = TextIndex.of(catalog, priced);
    understanding = new QueryUnderstanding(catalog);
    listing = new Listing(table);
    suggester = new Suggester(catalog, priced);
  }

  /** Indexes a catalog; takes seconds for 100,000 products. */
  public static SearchIndex of(CatalogSnapshot catalog) {
    return new SearchIndex(catalog);
  }

  /** The catalog's. */
  public String version() {
    return version;
  }

  /** Lists of this catalog's products, such as a category's. */
  public Listing listing() {
    return listing;
  }

  /** Completions of what is being typed. */
  public Suggester suggester() {
    return suggester;
  }

  /**
   * Products that have all words of the query; if there are none, all words of the query spelled
   * right; if there are none, a part of the words.
   *
   * @param bestselling demand for a product, whatever its unit
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public SearchResult search(SearchRequest request, ToDoubleFunction<ProductId> bestselling) {
    Meaning meaning = understanding.of(request.query());
    Found found = meaning.text().isBlank() ? everything() : find(meaning);
    Page page = listing.pageOfHits(found.hits(), request.wish(meaning.filters()), bestselling);
    return new SearchResult(
        page.hits(),
        page.totalCount(),
        page.facets(),
        request.query(),
        found.corrected(),
        found.relaxed(),
        meaning.understood());
  }

  private Found everything() {
    List<Hit> all = new ArrayList<>(table.size());
    for (int row = 0; row < table.size(); row++) {
      all.add(new Hit(table.product(row).id(), 0));
    }
    return new Found(all, null, false);
  }

  private Found find(Meaning meaning) {
    List<Hit> exact = hits(meaning.text(), false, meaning);
    if (!exact.isEmpty()) {
      return new Found(exact, null, false);
    }
    Optional<String> corrected = text.corrected(meaning.text());
    if (corrected.isPresent()) {
      Meaning meant = understanding.of(corrected.get());
      List<Hit> right = hits(corrected.get(), false, meant);
      if (!right.isEmpty()) {
        return new Found(right, corrected.get(), false);
      }
    }
    List<Hit> some = hits(meaning.text(), true, meaning);
    return some.isEmpty() && corrected.isPresent()
        ? new Found(hits(corrected.get(), true, meaning), corrected.get(), true)
        : new Found(some, null, !some.isEmpty());
  }

  private List<Hit> hits(String words, boolean relaxed, Meaning meaning) {
    List<String> named = new ArrayList<>();
    for (Filter filter : meaning.preferred()) {
      filter.in().forEach(value -> named.add(TextIndex.named(filter.field(), value)));
    }
    List<Hit> hits = new ArrayList<>();
    text.search(
        words, relaxed, named, (row, score) -> hits.add(new Hit(table.product(row).id(), score)));
    hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::product));
    return hits;
  }
}
