package dev.attune.search.text.segment;

import java.util.Iterator;
import java.util.SortedMap;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/** Columns by the names of their fields. */
final class ColumnFields extends FieldsProducer {
  private final SortedMap<String, TermColumn> columns;

  ColumnFields(SortedMap<String, TermColumn> columns) {
    this.columns = columns;
  }

  @Override
  public Iterator<String> iterator() {
    return columns.keySet().iterator();
  }

  @Override
  public @Nullable Terms terms(String field) {
    @Nullable TermColumn column = columns.get(field);
    return column == null ? null : new ColumnTerms(column);
  }

  @Override
  public int size() {
    return columns.size();
  }

  @Override
  public void checkIntegrity() {}

  @Override
  public void close() {}
}
