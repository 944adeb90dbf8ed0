package dev.attune.search;

import dev.attune.catalog.CatalogDelta;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.merchandising.Synonyms;
import dev.attune.search.Finder.Found;
import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.column.Demand;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.TitleWords;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Page;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import dev.attune.search.text.TextIndex;
import dev.attune.search.text.TextStore;
import dev.attune.search.text.words.Synonymy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that finds products of one catalog; those without a price are not in it. */
public final class SearchIndex {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Of a shop that sells nothing. */
  public static final SearchIndex EMPTY = of(CatalogSnapshot.EMPTY);

  private final TextStore store;
  private final FieldTable table;
  private final TextIndex text;
  private final QueryUnderstanding understanding;
  private final Listing listing;
  private final Suggester suggester;
  private final PricedIn pricedIn;
  private final Finder finder;
  private volatile Merged merged;

  private record Merged(List<Synonyms> written, Synonymy all) {}

  private SearchIndex(
      TextStore.Opened text,
      FieldTable table,
      QueryUnderstanding understanding,
      Suggester suggester,
      PricedIn pricedIn) {
    this.store = text.store();
    this.text = text.index();
    this.table = table;
    this.understanding = understanding;
    this.suggester = suggester;
    this.listing = new Listing(table);
    this.pricedIn = pricedIn;
    this.finder = new Finder(table, this.text, understanding, pricedIn);
    this.merged = new Merged(List.of(), new Synonymy(table.catalog().locale()));
  }

  /** Indexes a catalog on the heap; takes seconds for 100,000 products. */
  public static SearchIndex of(CatalogSnapshot catalog) {
    return of(catalog, null);
  }

  /**
   * @param directory where the text is kept from start to start, null for the heap
   */
  static SearchIndex of(CatalogSnapshot catalog, @Nullable Path directory) {
    Parts parts = Parts.of(catalog);
    TitleWords titles = new TitleWords(catalog);
    AttributeRows attributes = parts.attributes().join();
    TextStore.Opened text =
        directory == null
            ? TextStore.onHeap(catalog, attributes)
            : TextStore.onDisk(catalog, attributes, directory);
    QueryUnderstanding understanding = new QueryUnderstanding(catalog, attributes);
    FieldTable table = parts.table().join();
    return new SearchIndex(
        text, table, understanding, Suggester.of(table, titles), new PricedIn(catalog));
  }

  /** What is made beside the text, which takes about as long. */
  private record Parts(
      CompletableFuture<AttributeRows> attributes, CompletableFuture<FieldTable> table) {
    /** Here, since the empty index is made while its class begins, and that is one thread's. */
    static Parts of(CatalogSnapshot catalog) {
      CompletableFuture<AttributeRows> attributes =
          CompletableFuture.supplyAsync(() -> AttributeRows.of(catalog));
      return new Parts(
          attributes, attributes.thenApplyAsync(numbered -> FieldTable.of(catalog, numbered)));
    }
  }

  /** Puts all products in the order of this demand before anybody asks. */
  void order(Demand demand) {
    table.order(demand);
  }

  CatalogSnapshot catalog() {
    return table.catalog();
  }

  /**
   * The index of a later version. Other prices and stock touch no text; this one stays good until
   * it is retired.
   */
  SearchIndex at(CatalogSnapshot later) {
    CatalogSnapshot before = table.catalog();
    CatalogDelta delta = Changes.between(before, later);
    List<ProductId> texts = Changes.ofTexts(before, later, delta.put());
    FieldTable next = table.at(later, delta.put());
    boolean sameText = texts.isEmpty() && delta.removed().isEmpty() && later.standsAs(before);
    boolean sameNames = next.values() == table.values();
    boolean sameTitles = sameNames && Changes.sameTitles(before, later, texts);
    return new SearchIndex(
        new TextStore.Opened(
            store, sameText ? text : store.update(text, later, texts, delta.removed())),
        next,
        sameNames ? understanding : new QueryUnderstanding(later),
        sameTitles ? suggester.at(next) : Suggester.of(next),
        new PricedIn(later));
  }

  /**
   * This index at the prices and the stock of a later version, for as long as that one's is being
   * made: without what is gone, and without what has come. It is of this version and good until
   * this one is retired.
   */
  SearchIndex offering(CatalogSnapshot later) {
    CatalogDelta delta = Changes.between(table.catalog(), later);
    List<ProductId> changed = new ArrayList<>(delta.put());
    changed.addAll(delta.removed());
    FieldTable next = table.offering(later, changed);
    return new SearchIndex(
        new TextStore.Opened(store, text),
        next,
        understanding,
        suggester.at(next),
        new PricedIn(later));
  }

  /** Gives back what this index holds and a later one does not; it finds nothing any more. */
  void retire(SearchIndex successor) {
    if (text != successor.text) {
      text.close();
    }
  }

  /** Gives back everything, the directory too. */
  void close() {
    text.close();
    store.close();
  }

  /** The catalog's. */
  public String version() {
    return table.catalog().version();
  }

  /** Lists of this catalog's products, such as a category's. */
  public Listing listing() {
    return listing;
  }

  /** What queries share that find the same. */
  public static String key(String query) {
    return SPACES.matcher(query.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /** Completions of what is being typed. */
  public Suggester suggester() {
    return suggester;
  }

  /**
   * At most {@code n} completions of what is being typed, those of other words for the same behind
   * few; where there are none, of that spelled right.
   *
   * @param queries of others, the most popular first
   */
  public List<Suggestion> suggest(String typed, int n, List<String> queries, Demand demand) {
    Set<Suggestion> found = new LinkedHashSet<>(suggester.suggest(typed, n, queries, demand));
    if (found.size() < n && !key(typed).contains(" ")) {
      text.synonyms(typed, merged.all())
          .forEach(other -> found.addAll(suggester.suggest(other, n, demand)));
    }
    return found.isEmpty()
        ? text.begun(typed)
            .map(right -> suggester.suggest(right, n, queries, demand))
            .orElse(List.of())
        : found.stream().limit(n).toList();
  }

  /** As {@link #search(SearchRequest, List, Demand)}, without merchants' synonyms. */
  public SearchResult search(SearchRequest request, Demand demand) {
    return search(request, List.of(), demand);
  }

  /**
   * Products that have all words of the query, those with a part of them behind a few such; if
   * there are none, all words of the query spelled right; if there are none, a part of the words.
   * What is called by a word with a minus before it is not among them.
   *
   * @param written synonyms by merchants
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public SearchResult search(SearchRequest request, List<Synonyms> written, Demand demand) {
    Meaning typed = understanding.of(request.words(), pricedIn);
    Synonymy synonyms = synonyms(written);
    Found found = typed.text().isBlank() ? finder.everything(typed) : finder.find(typed, synonyms);
    Meaning meaning = found.meaning();
    Page page =
        listing.page(
            found.matched(),
            request.wish(meaning.filters()),
            demand,
            (passing, most) -> finder.ranked(found, passing, most));
    return new SearchResult(
        page.hits(),
        page.totalCount(),
        page.facets(),
        request.query(),
        answered(typed, found),
        found.relaxed(),
        meaning.understood(),
        meaning.excluded(),
        text.synonyms(meaning.text(), synonyms));
  }

  /**
   * What comes nearest where a search found nothing: whatever it costs and whichever filters it
   * does not pass. Empty where no product has any of the words.
   *
   * @param written synonyms by merchants
   */
  public List<Hit> nearest(SearchRequest request, List<Synonyms> written, Demand demand) {
    Meaning typed = understanding.of(request.words(), pricedIn);
    if (typed.text().isBlank()) {
      return List.of();
    }
    Found found = finder.find(typed, synonyms(written));
    Wish best = new Wish(List.of(), ProductSort.RELEVANCE, 0, request.first());
    return listing
        .page(found.matched(), best, demand, (passing, most) -> finder.ranked(found, passing, most))
        .hits();
  }

  /** The query that was answered in place of the one typed, null where that was. */
  private static @Nullable String answered(Meaning typed, Found found) {
    return found.corrected() != null || !typed.cut() || typed.text().isBlank()
        ? found.corrected()
        : typed.text();
  }

  /** Merchants' synonyms on top of the language's, made again only when they have changed. */
  private Synonymy synonyms(List<Synonyms> written) {
    Merged now = merged;
    if (!now.written().equals(written)) {
      Synonymy all = new Synonymy(table.catalog().locale());
      written.forEach(it -> all.add(it.phrases(), it.bothWays() ? it.phrases() : it.standFor()));
      now = new Merged(List.copyOf(written), all);
      merged = now;
    }
    return now.all();
  }
}
