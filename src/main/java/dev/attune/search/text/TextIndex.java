package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Products as full text, on the heap. Scores are BM25 (Robertson and Zaragoza, 2009), for each word
 * that of its best field and a part of the others'.
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

  /** Receives a match: the product's place and its score. */
  @FunctionalInterface
  public interface Match {
    void is(int place, float score);
  }

  private final ShopAnalyzer stems = new ShopAnalyzer(true);
  private final IndexSearcher searcher;
  private final Spelling spelling;
  private final Settings settings;

  private TextIndex(DirectoryReader reader, Settings settings) {
    this.searcher = new IndexSearcher(reader);
    this.spelling = new Spelling(reader);
    this.settings = settings;
  }

  /** An index over these products, which matches name by their place in the list. */
  public static TextIndex of(CatalogSnapshot catalog, List<Product> products) {
    return of(catalog, products, Settings.DEFAULT);
  }

  static TextIndex of(CatalogSnapshot catalog, List<Product> products, Settings settings) {
    try {
      return new TextIndex(
          DirectoryReader.open(new TextIndexing(catalog).write(products)), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * All matches of a text.
   *
   * @param relaxed whether a part of the words is enough
   * @param named names that raise a match's score, each as {@link #named}
   */
  public void search(String text, boolean relaxed, Collection<String> named, Match to) {
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
      searcher.search(query.build(), new Collecting(to));
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

  private static final class Collecting extends SimpleCollector {
    private final Match to;
    private int base;
    private @Nullable Scorable scorer;

    Collecting(Match to) {
      this.to = to;
    }

    @Override
    public void setScorer(Scorable scorable) {
      scorer = scorable;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void collect(int document) throws IOException {
      to.is(base + document, Objects.requireNonNull(scorer).score());
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }
}
