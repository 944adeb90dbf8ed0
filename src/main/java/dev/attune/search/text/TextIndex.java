package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.Synonymy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Products as full text, on the heap. Scores are BM25 (Robertson and Zaragoza, 2009), for each word
 * that of its best field and a part of the others'.
 */
public final class TextIndex {
  /** Receives a match: the product's place and its score. */
  @FunctionalInterface
  public interface Match {
    void is(int place, float score);
  }

  private final DirectoryReader reader;
  private final Language language;
  private final IndexSearcher searcher;
  private final QueryWriter writer;
  private final Spelling spelling;

  private TextIndex(DirectoryReader reader, Language language, TextSettings settings) {
    this.reader = reader;
    this.language = language;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new FieldScores(settings));
    this.writer = new QueryWriter(language, reader, settings);
    this.spelling = new Spelling(language, reader);
  }

  /**
   * An index over these products, which matches name by their place in the list.
   *
   * @param locale whose language the products are described in
   */
  public static TextIndex of(CatalogSnapshot catalog, List<Product> products, Locale locale) {
    Language language = Language.of(locale);
    try {
      return new TextIndex(
          DirectoryReader.open(new TextIndexing(catalog, language).write(products)),
          language,
          TextSettings.DEFAULT);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same index with other settings. */
  TextIndex tuned(TextSettings settings) {
    return new TextIndex(reader, language, settings);
  }

  /** All matches of a text. */
  public void search(Wanted wanted, Match to) {
    List<String> words = writer.words(wanted.text());
    if (words.isEmpty()) {
      return;
    }
    try {
      searcher.search(writer.query(words, wanted), new Collecting(to));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The synonyms that are looked for beside the words of a text, as they are written. */
  public List<String> synonyms(String text, Synonymy synonyms) {
    return writer.synonyms(writer.words(text), synonyms);
  }

  /** How a product's value is named towards {@link #search}. */
  public static String named(String field, String value) {
    return TextIndexing.exact(field, value);
  }

  /** The text with every unknown word replaced by a known one like it; empty when none was. */
  public Optional<String> corrected(String text) {
    try {
      return spelling.corrected(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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
