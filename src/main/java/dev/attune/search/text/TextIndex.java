package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.Synonymy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;

/**
 * Products as full text. Scores are BM25 (Robertson and Zaragoza, 2009), for each word that of its
 * best field and a part of the others'.
 */
public final class TextIndex {
  private final DirectoryReader reader;
  private final DocumentRows documents;
  private final IndexSearcher searcher;
  private final Spelling spelling;
  private final QueryWriter writer;

  TextIndex(DirectoryReader reader, DocumentRows documents, Language language) {
    this.reader = reader;
    this.documents = documents;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new FieldScores(TextSettings.DEFAULT));
    this.spelling = new Spelling(language, reader);
    this.writer = new QueryWriter(language, reader, TextSettings.DEFAULT);
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

  /** Adds the rows of all products that match. */
  public void matches(Wanted wanted, RowSet to) {
    search(wanted, new Matched(documents, to));
  }

  /**
   * Offers the products that match best.
   *
   * @param passing only rows of these are offered
   */
  public void best(Wanted wanted, RowSet passing, TopRows to) {
    search(wanted, new Best(documents, passing, to));
  }

  private void search(Wanted wanted, Collector to) {
    List<String> words = writer.words(wanted.text());
    if (words.isEmpty()) {
      return;
    }
    try {
      searcher.search(writer.query(words, wanted), to);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The synonyms that are looked for beside the words of a text, as they are written. */
  public List<String> synonyms(String text, Synonymy synonyms) {
    return writer.synonyms(writer.words(text), synonyms);
  }

  /** How a product's value is named in {@link Wanted}. */
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
}
