package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.search.text.document.ProductDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Where the products of documents stand in a catalog: -1 for one that is not in it. */
final class DocumentRows {
  private final CatalogSnapshot catalog;
  private final Map<Object, int[]> bySegment = new HashMap<>();
  private final int[] documents;

  /**
   * @param before of an earlier version, for segments that were read already
   */
  DocumentRows(IndexReader reader, CatalogSnapshot catalog, @Nullable DocumentRows before)
      throws IOException {
    this.catalog = catalog;
    boolean same = before != null && catalog.standsAs(before.catalog);
    for (LeafReaderContext leaf : reader.leaves()) {
      Object segment = segment(leaf);
      int @Nullable [] known = same && before != null ? before.bySegment.get(segment) : null;
      bySegment.put(segment, known == null ? read(leaf) : known);
    }
    documents = new int[catalog.size()];
    reader.leaves().forEach(this::place);
  }

  private void place(LeafReaderContext leaf) {
    int[] rows = of(leaf);
    @Nullable Bits live = leaf.reader().getLiveDocs();
    for (int document = 0; document < rows.length; document++) {
      if (rows[document] >= 0 && (live == null || live.get(document))) {
        documents[rows[document]] = leaf.docBase + document;
      }
    }
  }

  /** The document of a row that has one. */
  int documentOf(int row) {
    return documents[row];
  }

  /** How many rows there are. */
  int size() {
    return catalog.size();
  }

  int[] of(LeafReaderContext leaf) {
    return Objects.requireNonNull(bySegment.get(segment(leaf)));
  }

  private int[] read(LeafReaderContext leaf) throws IOException {
    int[] rows = new int[leaf.reader().maxDoc()];
    Arrays.fill(rows, -1);
    @Nullable BinaryDocValues ids = leaf.reader().getBinaryDocValues(ProductDocument.ID);
    int row = -1;
    while (ids != null && ids.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
      row = row(ids.binaryValue().utf8ToString(), row + 1);
      rows[ids.docID()] = row;
    }
    return rows;
  }

  /**
   * @param guess where it may well be, as documents are mostly written row by row
   */
  private int row(String id, int guess) {
    return guess < catalog.size() && catalog.at(guess).id().value().equals(id)
        ? guess
        : catalog.ordinal(new ProductId(id));
  }

  private static Object segment(LeafReaderContext leaf) {
    return leaf.reader().getCoreCacheHelper().getKey();
  }
}
