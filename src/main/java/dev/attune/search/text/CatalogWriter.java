package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.document.DocumentWriter;
import dev.attune.search.text.document.Fingerprints;
import dev.attune.search.text.document.ProductDocument;
import dev.attune.search.text.document.TextLengths;
import dev.attune.search.text.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/** Writes a catalog's products into an index, on several threads. */
final class CatalogWriter {
  /** What a thread takes at a time, in products. */
  private static final int SHARE = 2_000;

  /**
   * Words of products that all threads together hold before the index takes them over, some 20
   * bytes each. A million products are taken over in eight parts on two processors, few enough to
   * be left as they are; parts of three million made 29, and merging them was a tenth of the work.
   */
  private static final int MOST_HELD = 24_000_000;

  private final IndexWriter index;
  private final CatalogSnapshot catalog;
  private final Language language;
  private final TextLengths lengths;
  private final Queue<DocumentWriter> writers = new ConcurrentLinkedQueue<>();

  CatalogWriter(
      IndexWriter index, CatalogSnapshot catalog, Language language, TextLengths lengths) {
    this.index = index;
    this.catalog = catalog;
    this.language = language;
    this.lengths = lengths;
  }

  /**
   * Writes all products, of which none has a document yet.
   *
   * @param attributes the catalog's
   */
  void writeAll(AttributeRows attributes) {
    writeAll(attributes, MOST_HELD / Math.max(2, ForkJoinPool.getCommonPoolParallelism() + 1));
  }

  /**
   * Writes all products, of which none has a document yet.
   *
   * @param attributes the catalog's
   * @param held words of products that a thread holds before the index takes them over
   */
  void writeAll(AttributeRows attributes, int held) {
    Fingerprints prints = new Fingerprints(catalog, attributes);
    each(
        catalog.size(),
        (writer, row) -> {
          writer.write(row, attributes, prints);
          if (writer.holds(held)) {
            add(writer);
          }
        });
    writers.stream().parallel().filter(writer -> !writer.isEmpty()).forEach(this::add);
  }

  private void add(DocumentWriter written) {
    try {
      index.addIndexes(written.written());
      written.clear();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes the products in these rows in place of the documents that they may have. */
  void replace(int[] rows) {
    each(rows.length, (writer, i) -> replace(writer, catalog.at(rows[i])));
  }

  private void replace(DocumentWriter writer, Product product) {
    try {
      index.updateDocument(ProductDocument.term(product.id()), writer.document(product));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void each(int size, ObjIntConsumer<DocumentWriter> work) {
    IntStream.range(0, (size + SHARE - 1) / SHARE)
        .parallel()
        .forEach(
            share -> {
              @Nullable DocumentWriter idle = writers.poll();
              DocumentWriter writer =
                  idle == null ? new DocumentWriter(catalog, language, lengths) : idle;
              int end = Math.min(size, (share + 1) * SHARE);
              for (int i = share * SHARE; i < end; i++) {
                work.accept(writer, i);
              }
              writers.add(writer);
            });
  }
}
