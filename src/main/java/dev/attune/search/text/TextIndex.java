package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Products as full text. Scores are BM25 (Robertson and Zaragoza, 2009), for each word that of its
 * best field and a part of the others'.
 */
public final class TextIndex {
  /**
   * What was tuned on judged queries.
   *
   * @param title worth of a match in the title; the next four likewise
   * @param otherFields part of a word's scores in fields other than its best one
   * @param relaxedShare of a query's words that must match when no product has all
   * @param understood score of a product that has a name understood in the query
   */
  public record Settings(
      float title,
      float brand,
      float category,
      float attributes,
      float description,
      float otherFields,
      double relaxedShare,
      float understood) {
    public static final Settings DEFAULT = new Settings(3, 2, 2, .5f, .6f, .3f, .6, 2);

    float worth(TextField field) {
      return switch (field) {
        case TITLE -> title;
        case BRAND -> brand;
        case CATEGORY -> category;
        case ATTRIBUTES -> attributes;
        case DESCRIPTION -> description;
      };
    }
  }

  private final ShopAnalyzer stems = new ShopAnalyzer(true);
  private final DirectoryReader reader;
  private final DocumentRows documents;
  private final IndexSearcher searcher;
  private final Spelling spelling;
  private final Settings settings;

  TextIndex(DirectoryReader reader, DocumentRows documents, Settings settings) {
    this.reader = reader;
    this.documents = documents;
    this.searcher = new IndexSearcher(reader);
    this.spelling = new Spelling(reader);
    this.settings = settings;
  }

  /** Whether a product in one version and in another is found by the same words. */
  public static boolean saysTheSame(
      CatalogSnapshot before, Product was, CatalogSnapshot later, Product is) {
    return ProductDocument.fingerprint(was, before) == ProductDocument.fingerprint(is, later);
  }

  /** Gives back the files or memory of this version; it cannot be searched any more. */
  public void close() {
    try {
      reader.decRef();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  DocumentRows documents() {
    return documents;
  }

  /** Adds the rows of all products that match a text; otherwise as {@link #best}. */
  public void matches(String text, boolean relaxed, Collection<String> named, RowSet to) {
    search(text, relaxed, named, new Matched(documents, to));
  }

  /**
   * Offers the products that match a text best.
   *
   * @param relaxed whether a part of the words is enough
   * @param named names that raise a match's score, each as {@link #named}
   * @param passing only rows of these are offered
   */
  public void best(
      String text, boolean relaxed, Collection<String> named, RowSet passing, TopRows to) {
    search(text, relaxed, named, new Best(documents, passing, to));
  }

  private void search(String text, boolean relaxed, Collection<String> named, Collector to) {
    List<String> words = stems.words(text);
    if (words.isEmpty()) {
      return;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(anywhere(word), Occur.SHOULD));
    int share = (int) Math.ceil(words.size() * settings.relaxedShare());
    all.setMinimumNumberShouldMatch(
        relaxed ? Math.max(1, Math.min(share, words.size() - 1)) : words.size());
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(all.build(), Occur.MUST);
    for (String name : named) {
      Query exact = new ConstantScoreQuery(new TermQuery(new Term(TextField.EXACT, name)));
      query.add(new BoostQuery(exact, settings.understood()), Occur.SHOULD);
    }
    try {
      searcher.search(query.build(), to);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How a product's value is named towards {@link #search}. */
  public static String named(String field, String value) {
    return TextIndexing.exact(field, value);
  }

  /** The text with every unknown word replaced by a known one like it; empty when none was. */
  public Optional<String> corrected(String text) {
    return spelling.corrected(text);
  }

  private Query anywhere(String word) {
    List<Query> fields = new ArrayList<>();
    for (TextField field : TextField.values()) {
      fields.add(
          new BoostQuery(new TermQuery(new Term(field.field(), word)), settings.worth(field)));
    }
    return new DisjunctionMaxQuery(fields, settings.otherFields());
  }
}
