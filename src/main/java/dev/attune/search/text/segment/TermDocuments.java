package dev.attune.search.text.segment;

import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Walks over the documents of a term. */
final class TermDocuments extends PostingsEnum {
  private final TermColumn column;
  private final int end;

  /** Where the document's entries begin and end, and the next position to be told. */
  private int from;

  private int to;
  private int position;
  private int document = -1;

  TermDocuments(TermColumn column, int term) {
    this.column = column;
    this.end = column.end(term);
    this.to = column.start(term);
  }

  @Override
  public int nextDoc() {
    from = to;
    position = from;
    if (from == end) {
      document = NO_MORE_DOCS;
      return document;
    }
    document = column.document(to++);
    while (to < end && column.document(to) == document) {
      to++;
    }
    return document;
  }

  @Override
  public int freq() {
    return column.isOrdered() ? to - from : column.detail(from);
  }

  @Override
  public int nextPosition() {
    return column.isOrdered() ? column.detail(position++) : -1;
  }

  @Override
  public int docID() {
    return document;
  }

  @Override
  public int advance(int target) {
    while (document < target) {
      nextDoc();
    }
    return document;
  }

  @Override
  public long cost() {
    return end - from;
  }

  @Override
  public int startOffset() {
    return -1;
  }

  @Override
  public int endOffset() {
    return -1;
  }

  @Override
  public @Nullable BytesRef getPayload() {
    return null;
  }
}
