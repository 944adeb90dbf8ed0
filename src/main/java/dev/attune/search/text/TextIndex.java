package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.ProductDocument;
import dev.attune.search.text.document.TextSettings;
import dev.attune.search.text.spelling.Spelling;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.Synonymy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Products as full text. Scores are BM25 (Robertson and Zaragoza, 2009), for each word that of its
 * best field and a part of the others'.
 */
public final class TextIndex {
  /** So many of the best are looked at for phrases, which are dear; a shopper's order needs 200. */
  private static final int REORDERED = 200;

  private final DirectoryReader reader;
  private final DocumentRows documents;
  private final Spelling spelling;
  private final QueryWriter writer;
  private final WordRows rows;
  private final Scores scores;
  private final Phrases phrases;

  TextIndex(DirectoryReader reader, DocumentRows documents, Language language) {
    this.reader = reader;
    this.documents = documents;
    IndexSearcher searcher = new IndexSearcher(reader);
    TextSettings settings = TextSettings.DEFAULT;
    searcher.setSimilarity(new BM25Similarity(settings.saturation(), settings.length()));
    this.spelling = new Spelling(language, reader);
    this.writer = new QueryWriter(language, reader, settings);
    Postings postings = new Postings(reader, documents);
    this.rows = new WordRows(reader, documents, postings);
    this.scores = new Scores(reader, documents.size(), rows, postings, settings);
    this.phrases = new Phrases(searcher);
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

  /** The rows of all products that match; not to be changed. */
  public RowSet matches(Wanted wanted) {
    List<Part> parts = writer.parts(writer.words(wanted.text()), wanted.synonyms());
    if (parts.isEmpty()) {
      return RowSet.none(documents.size());
    }
    if (!wanted.relaxed()) {
      return rows.atLeast(parts.size(), parts);
    }
    RowSet some = rows.atLeast(writer.share(parts.size()), parts);
    if (wanted.required().isEmpty()) {
      return some;
    }
    RowSet any = rows.atLeast(parts.size(), parts).copy();
    wanted.required().forEach(name -> any.addAll(rows.having(IndexField.EXACT, name)));
    any.keepOnly(some);
    return any;
  }

  /**
   * The rows that are called so: by their title, brand or categories, or by one of these names.
   * What merely mentions the word is not.
   */
  public RowSet called(String word, List<String> named) {
    RowSet called = RowSet.none(documents.size());
    List<String> stems = writer.words(word);
    if (!stems.isEmpty()) {
      called.addAll(rows.of(IndexField.TITLE, stems));
      called.addAll(rows.of(IndexField.KIND, stems));
      called.addAll(rows.of(IndexField.WORDS, writer.spelled(word)));
    }
    named.forEach(name -> called.addAll(rows.having(IndexField.EXACT, name)));
    return called;
  }

  /**
   * The products that match best, the best first.
   *
   * @param passing only rows of these, which all match
   * @param most how many there are at most; there may be some more
   * @param ties of products that match as well the one for which this is lower comes first
   */
  public TopRows best(Wanted wanted, RowSet passing, int most, IntUnaryOperator ties) {
    TopRows top = new TopRows(Math.max(most, REORDERED), ties);
    List<String> words = writer.words(wanted.text());
    if (words.isEmpty()) {
      return top;
    }
    try {
      List<Part> parts = writer.parts(words, wanted.synonyms());
      scores.offer(parts, wanted, writer.kind(parts), passing, top);
      top.sort();
      return words.size() > 1 ? reordered(words, top, ties) : top;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Raises those that have the words together in their title; nothing else comes before them. */
  private TopRows reordered(List<String> words, TopRows top, IntUnaryOperator ties)
      throws IOException {
    int[] first = new int[Math.min(REORDERED, top.size())];
    Arrays.setAll(first, place -> documents.documentOf(top.row(place)));
    float[] more = phrases.scores(writer.phrase(words), first);
    TopRows again = new TopRows(top.size(), ties);
    for (int place = 0; place < top.size(); place++) {
      again.offer(top.row(place), top.key(place) + (place < first.length ? more[place] : 0));
    }
    again.sort();
    return again;
  }

  /** The synonyms that are looked for beside the words of a text, as they are written. */
  public List<String> synonyms(String text, Synonymy synonyms) {
    return writer.synonyms(writer.words(text), synonyms);
  }

  /** How a product's value is named in {@link Wanted}. */
  public static String named(String field, String value) {
    return ProductDocument.exact(field, value);
  }

  /** The text with every unknown word replaced by a known one like it; empty when none was. */
  public Optional<String> corrected(String text) {
    try {
      return spelling.corrected(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As {@link #corrected}, of a text of which the last word is still being typed. */
  public Optional<String> begun(String text) {
    try {
      return spelling.begun(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
