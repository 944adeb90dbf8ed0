package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.document.Fingerprints;
import dev.attune.search.text.document.ProductDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * How an index stands to a catalog.
 *
 * @param current rows whose documents say what the product says
 * @param gone products with a document that the catalog does not have
 */
record Written(BitSet current, List<ProductId> gone) {
  /**
   * @throws IOException when the index is damaged
   */
  static Written in(
      DirectoryReader reader, DocumentRows rows, CatalogSnapshot catalog, AttributeRows attributes)
      throws IOException {
    Written written = new Written(new BitSet(catalog.size()), new ArrayList<>());
    Fingerprints fingerprints = new Fingerprints(catalog, attributes);
    for (LeafReaderContext leaf : reader.leaves()) {
      written.compare(leaf, rows.of(leaf), fingerprints);
    }
    return written;
  }

  private void compare(LeafReaderContext leaf, int[] rows, Fingerprints fingerprints)
      throws IOException {
    @Nullable BinaryDocValues ids = leaf.reader().getBinaryDocValues(ProductDocument.ID);
    @Nullable NumericDocValues prints =
        leaf.reader().getNumericDocValues(ProductDocument.FINGERPRINT);
    @Nullable Bits live = leaf.reader().getLiveDocs();
    for (int document = 0; document < rows.length; document++) {
      if (live != null && !live.get(document)) {
        continue;
      }
      if (ids == null
          || prints == null
          || !ids.advanceExact(document)
          || !prints.advanceExact(document)) {
        throw new IOException("a document has no product");
      }
      int row = rows[document];
      if (row < 0) {
        gone.add(new ProductId(ids.binaryValue().utf8ToString()));
      } else {
        current.set(row, prints.longValue() == fingerprints.of(row));
      }
    }
  }
}
