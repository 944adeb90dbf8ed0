package dev.attune.search.text.document;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.compact.AttributeRows;

/** {@link ProductDocument#fingerprint} of all of a catalog, which reads each attribute once. */
public final class Fingerprints {
  private final CatalogSnapshot catalog;
  private final AttributeRows attributes;
  private final int[] labels;
  private final long[] values;

  public Fingerprints(CatalogSnapshot catalog, AttributeRows attributes) {
    this.catalog = catalog;
    this.attributes = attributes;
    this.labels = new int[attributes.size()];
    this.values = new long[attributes.size()];
    for (int number = 0; number < labels.length; number++) {
      Attribute attribute = attributes.attribute(number);
      labels[number] = attribute.label().hashCode();
      values[number] = ProductDocument.words(attribute.values());
    }
  }

  /** The product's in this row. */
  public long of(int row) {
    Product product = catalog.at(row);
    long all = ProductDocument.beginning(product, catalog);
    for (int i = attributes.from(row); i < attributes.from(row + 1); i++) {
      int number = attributes.at(i);
      all = ProductDocument.with(all, labels[number], values[number]);
    }
    return ProductDocument.ending(all, product);
  }
}
