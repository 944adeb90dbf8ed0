package dev.attune.search;

import dev.attune.catalog.CatalogDelta;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.search.QueryUnderstanding.Meaning;
import dev.attune.search.column.Demand;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Page;
import dev.attune.search.text.TextIndex;
import dev.attune.search.text.TextStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that finds products of one catalog; those without a price are not in it. */
public final class SearchIndex {
  /** Of a shop that sells nothing. */
  public static final SearchIndex EMPTY = of(CatalogSnapshot.EMPTY);

  private final TextStore store;
  private final FieldTable table;
  private final TextIndex text;
  private final QueryUnderstanding understanding;
  private final Listing listing;
  private final Suggester suggester;

  /**
   * What matches.
   *
   * @param words what was looked for, as {@link TextIndex} takes it; null for everything
   */
  private record Found(
      RowSet rows,
      @Nullable String words,
      List<String> named,
      boolean part,
      @Nullable String corrected,
      boolean relaxed) {}

  private SearchIndex(
      TextStore.Opened text,
      FieldTable table,
      QueryUnderstanding understanding,
      Suggester suggester) {
    this.store = text.store();
    this.text = text.index();
    this.table = table;
    this.understanding = understanding;
    this.suggester = suggester;
    this.listing = new Listing(table);
  }

  /** Indexes a catalog on the heap; takes seconds for 100,000 products. */
  public static SearchIndex of(CatalogSnapshot catalog) {
    return of(catalog, null);
  }

  /**
   * @param directory where the text is kept from start to start, null for the heap
   */
  static SearchIndex of(CatalogSnapshot catalog, @Nullable Path directory) {
    FieldTable table = FieldTable.of(catalog);
    return new SearchIndex(
        directory == null ? TextStore.onHeap(catalog) : TextStore.onDisk(catalog, directory),
        table,
        new QueryUnderstanding(catalog),
        Suggester.of(table));
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
        sameTitles ? suggester.at(next) : Suggester.of(next));
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

  /** Completions of what is being typed. */
  public Suggester suggester() {
    return suggester;
  }

  /**
   * Products that have all words of the query; if there are none, all words of the query spelled
   * right; if there are none, a part of the words.
   *
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE naming the filter that makes no
   *     sense, {@code filters[0].field}
   */
  public SearchResult search(SearchRequest request, Demand demand) {
    Meaning meaning = understanding.of(request.query());
    Found found = meaning.text().isBlank() ? everything() : find(meaning);
    Page page =
        listing.page(
            found.rows(),
            request.wish(meaning.filters()),
            demand,
            (passing, most) -> ranked(found, passing, most));
    return new SearchResult(
        page.hits(),
        page.totalCount(),
        page.facets(),
        request.query(),
        found.corrected(),
        found.relaxed(),
        meaning.understood());
  }

  private TopRows ranked(Found found, RowSet passing, int most) {
    if (found.words() == null) {
      TopRows top = new TopRows(most, row -> row);
      passing.each(row -> top.offer(row, 0));
      top.sort();
      return top;
    }
    TopRows top = new TopRows(most, table::placeById);
    text.best(found.words(), found.part(), found.named(), passing, top);
    top.sort();
    return top;
  }

  private Found everything() {
    return new Found(table.listed(), null, List.of(), false, null, false);
  }

  private Found find(Meaning meaning) {
    Found exact = matches(meaning.text(), false, meaning, null);
    if (!exact.rows().isEmpty()) {
      return exact;
    }
    Optional<String> corrected = text.corrected(meaning.text());
    if (corrected.isPresent()) {
      Meaning meant = understanding.of(corrected.get());
      Found right = matches(corrected.get(), false, meant, corrected.get());
      if (!right.rows().isEmpty()) {
        return right;
      }
    }
    Found some = matches(meaning.text(), true, meaning, null);
    return some.rows().isEmpty() && corrected.isPresent()
        ? matches(corrected.get(), true, meaning, corrected.get())
        : some;
  }

  private Found matches(String words, boolean part, Meaning meaning, @Nullable String corrected) {
    List<String> named = new ArrayList<>();
    for (Filter filter : meaning.preferred()) {
      filter.in().forEach(value -> named.add(TextIndex.named(filter.field(), value)));
    }
    RowSet rows = RowSet.none(table.size());
    text.matches(words, part, named, rows);
    rows.keepOnly(table.listed());
    boolean relaxed = part && (corrected != null || !rows.isEmpty());
    return new Found(rows, words, named, part, corrected, relaxed);
  }
}
