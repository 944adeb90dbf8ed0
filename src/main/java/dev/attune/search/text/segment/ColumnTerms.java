package dev.attune.search.text.segment;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A column's terms as the index takes them over, one after the other; it cannot be searched. */
final class ColumnTerms extends Terms {
  private final TermColumn column;

  ColumnTerms(TermColumn column) {
    this.column = column;
  }

  @Override
  public TermsEnum iterator() {
    return new Walk();
  }

  private final class Walk extends BaseTermsEnum {
    private final BytesRef bytes = new BytesRef();
    private int term = -1;

    @Override
    public @Nullable BytesRef next() {
      term = column.next(term + 1);
      return term < 0 ? null : term();
    }

    @Override
    public BytesRef term() {
      return column.term(term, bytes);
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      return new TermDocuments(column, term);
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getSumDocFreq() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getDocCount() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasFreqs() {
    return column.field().getIndexOptions() != IndexOptions.DOCS;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return column.isOrdered();
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }
}
