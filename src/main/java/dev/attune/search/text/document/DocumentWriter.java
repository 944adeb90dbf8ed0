package dev.attune.search.text.document;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.segment.Batch;
import dev.attune.search.text.segment.FieldWords;
import dev.attune.search.text.words.Language;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.CodecReader;

/**
 * Writes products of a catalog down, one after the other, on one thread: each as a document by
 * itself, or many together, which takes a third of the work.
 */
public final class DocumentWriter {
  private final CatalogSnapshot catalog;
  private final ProductWords words;
  private final Batch batch = IndexField.batch();

  public DocumentWriter(CatalogSnapshot catalog, Language language, TextLengths lengths) {
    this.catalog = catalog;
    this.words = new ProductWords(catalog, language, lengths);
  }

  /** How many words each part of the product has. */
  int[] lengths(Product product) {
    return words.lengths(product);
  }

  /** The product's document; good until the next one is asked for. */
  public Document document(Product product) {
    FieldWords[] all = words.of(product);
    Document document = new Document();
    for (int field = 0; field < all.length; field++) {
      if (all[field].size() > 0) {
        String name = IndexField.OF_WORDS.get(field);
        document.add(new Field(name, new WordStream(all[field]), IndexField.type(name)));
      }
    }
    return ProductDocument.signed(document, product, catalog);
  }

  /**
   * Writes down the product in this row among the others since {@link #clear}.
   *
   * @param attributes the catalog's
   * @param prints the catalog's
   */
  public void write(int row, AttributeRows attributes, Fingerprints prints) {
    Product product = catalog.at(row);
    batch.add(product.id().value(), prints.of(row), words.of(product, row, attributes));
  }

  /** Whether so many words of products are written down, or as many as can be. */
  public boolean holds(int words) {
    return batch.entries() >= words || batch.isFull();
  }

  /** Whether none is written down. */
  public boolean isEmpty() {
    return batch.isEmpty();
  }

  /** Those that are written down, in the order of the index, good until {@link #clear}. */
  public CodecReader written() {
    return batch.sorted();
  }

  /** Forgets what was written down. */
  public void clear() {
    batch.clear();
  }
}
