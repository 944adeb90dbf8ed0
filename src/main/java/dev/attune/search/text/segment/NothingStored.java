package dev.attune.search.text.segment;

import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.StoredFieldVisitor;

/** Documents without stored fields. */
final class NothingStored extends StoredFieldsReader {
  @Override
  public void document(int document, StoredFieldVisitor visitor) {}

  @Override
  public StoredFieldsReader clone() {
    return this;
  }

  @Override
  public void checkIntegrity() {}

  @Override
  public void close() {}
}
