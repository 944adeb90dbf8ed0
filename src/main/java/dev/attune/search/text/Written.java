package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.search.text.document.ProductDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * How an index stands to a catalog.
 *
 * @param current rows whose documents say what the product says
 * @param known rows that have a document
 * @param gone products with a document that the catalog does not have
 */
record Written(BitSet current, BitSet known, List<ProductId> gone) {
  /**
   * @throws IOException when the index is damaged
   */
  static Written in(DirectoryReader reader, CatalogSnapshot catalog) throws IOException {
    Written written =
        new Written(new BitSet(catalog.size()), new BitSet(catalog.size()), new ArrayList<>());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader segment) {
        segment.checkIntegrity();
      }
      written.compare(leaf, catalog);
    }
    return written;
  }

  private void compare(LeafReaderContext leaf, CatalogSnapshot catalog) throws IOException {
    @Nullable BinaryDocValues ids = leaf.reader().getBinaryDocValues(ProductDocument.ID);
    @Nullable NumericDocValues prints =
        leaf.reader().getNumericDocValues(ProductDocument.FINGERPRINT);
    @Nullable Bits live = leaf.reader().getLiveDocs();
    for (int document = 0; document < leaf.reader().maxDoc(); document++) {
      if (live != null && !live.get(document)) {
        continue;
      }
      if (ids == null
          || prints == null
          || !ids.advanceExact(document)
          || !prints.advanceExact(document)) {
        throw new IOException("a document has no product");
      }
      ProductId id = new ProductId(ids.binaryValue().utf8ToString());
      int row = catalog.ordinal(id);
      if (row < 0) {
        gone.add(id);
      } else {
        known.set(row);
        long print = ProductDocument.fingerprint(catalog.at(row), catalog);
        current.set(row, prints.longValue() == print);
      }
    }
  }
}
