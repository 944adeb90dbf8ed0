package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Synonyms;
import dev.attune.search.Finder.Found;
import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.listing.FieldTable;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Page;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.text.TextIndex;
import dev.attune.search.text.words.Synonymy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Everything that finds products of one catalog; those without a price are not in it. */
public final class SearchIndex {
  /** Of a shop that sells nothing. */
  public static final SearchIndex EMPTY = of(CatalogSnapshot.EMPTY);

  private final String version;
  private final Locale locale;
  private final FieldTable table;
  private final TextIndex text;
  private final Finder finder;
  private final QueryUnderstanding understanding;
  private final Listing listing;
  private final Suggester suggester;
  private volatile Merged merged;

  private record Merged(List<Synonyms> written, Synonymy all) {}

  private SearchIndex(CatalogSnapshot catalog, Locale locale) {
    this.locale = locale;
    version = catalog.version();
    merged = new Merged(List.of(), new Synonymy(locale));
    table = new FieldTable(catalog);
    List<Product> priced = new ArrayList<>(table.size());
    for (int row = 0; row < table.size(); row++) {
      priced.add(table.product(row));
    }
    text = TextIndex.of(catalog, priced, locale);
    understanding = new QueryUnderstanding(catalog);
    finder = new Finder(table, text, understanding);
    listing = new Listing(table);
    suggester = new Suggester(catalog, priced);
  }

  /** Indexes a catalog; takes seconds for 100,000 products. */
  public static SearchIndex of(CatalogSnapshot catalog) {
    return of(catalog, Locale.ENGLISH);
  }

  /** Indexes a catalog that is described in the locale's language. */
  public static SearchIndex of(CatalogSnapshot catalog, Locale locale) {
    return new SearchIndex(catalog, locale);
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

  /** As {@link #search(SearchRequest, List, ToDoubleFunction)}, without merchants' synonyms. */
  public SearchResult search(SearchRequest request, ToDoubleFunction<ProductId> bestselling) {
    return search(request, List.of(), bestselling);
  }

  /**
   * Products that have all words of the query, those with a part of them behind a few such; if
   * there are none, all words of the query spelled right; if there are none, a part of the words.
   *
   * @param written synonyms by merchants
   * @param bestselling demand for a product, whatever its unit
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public SearchResult search(
      SearchRequest request, List<Synonyms> written, ToDoubleFunction<ProductId> bestselling) {
    Meaning typed = understanding.of(request.words());
    Synonymy synonyms = synonyms(written);
    boolean byRelevance = request.sort() == ProductSort.RELEVANCE;
    Found found =
        typed.text().isBlank()
            ? finder.everything(typed)
            : finder.find(typed, byRelevance, synonyms);
    Meaning meaning = found.meaning();
    Page page = listing.pageOfHits(found.hits(), request.wish(meaning.filters()), bestselling);
    return new SearchResult(
        page.hits(),
        page.totalCount(),
        page.facets(),
        request.query(),
        found.corrected(),
        found.relaxed(),
        meaning.understood(),
        text.synonyms(meaning.text(), synonyms));
  }

  /** Merchants' synonyms on top of the language's, made again only when they have changed. */
  private Synonymy synonyms(List<Synonyms> written) {
    Merged now = merged;
    if (!now.written().equals(written)) {
      Synonymy all = new Synonymy(locale);
      written.forEach(it -> all.add(it.phrases(), it.bothWays() ? it.phrases() : it.standFor()));
      now = new Merged(List.copyOf(written), all);
      merged = now;
    }
    return now.all();
  }
}
