package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Reads in which rows a word is, and how often. */
final class Postings {
  /** Skipping to a document costs about as much as reading so many. */
  private static final int SKIP = 16;

  private final IndexReader reader;
  private final DocumentRows documents;

  /** Takes a row and how often it has the word. */
  @FunctionalInterface
  interface To {
    void accept(int row, int times);
  }

  Postings(IndexReader reader, DocumentRows documents) {
    this.reader = reader;
    this.documents = documents;
  }

  /** All rows that have the word. */
  void read(Term term, To to) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
      if (postings != null) {
        read(leaf, postings, null, to);
      }
    }
  }

  /**
   * @param among what the query asks about
   * @param having only these of them
   */
  void read(Term term, Passing among, RowSet having, To to) throws IOException {
    boolean skipping = (long) among.size() * SKIP < reader.docFreq(term);
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
      if (postings == null) {
        continue;
      }
      if (skipping) {
        skip(leaf, postings, among.documents(documents), having, to);
      } else {
        read(leaf, postings, having, to);
      }
    }
  }

  private void read(LeafReaderContext leaf, PostingsEnum postings, @Nullable RowSet having, To to)
      throws IOException {
    @Nullable Bits live = leaf.reader().getLiveDocs();
    int[] rowOf = documents.of(leaf);
    for (int at = postings.nextDoc();
        at != DocIdSetIterator.NO_MORE_DOCS;
        at = postings.nextDoc()) {
      int row = rowOf[at];
      if (row >= 0 && (having == null || having.has(row)) && (live == null || live.get(at))) {
        to.accept(row, postings.freq());
      }
    }
  }

  /** These documents are live: a row's document is. */
  private void skip(
      LeafReaderContext leaf, PostingsEnum postings, int[] wanted, RowSet having, To to)
      throws IOException {
    int[] rowOf = documents.of(leaf);
    int end = leaf.docBase + rowOf.length;
    int at = -1;
    for (int document : wanted) {
      int here = document - leaf.docBase;
      if (here < 0 || document >= end) {
        continue;
      }
      at = at < here ? postings.advance(here) : at;
      if (at == here && having.has(rowOf[here])) {
        to.accept(rowOf[here], postings.freq());
      }
    }
  }
}
