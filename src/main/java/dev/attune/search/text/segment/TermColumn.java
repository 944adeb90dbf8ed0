package dev.attune.search.text.segment;

import java.util.Arrays;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The documents that have each word of a field, in the order of words and documents. */
final class TermColumn {
  private final FieldInfo field;
  private Batch.Terms terms = new Batch.Terms(new BatchWords(), new int[0]);
  private int[] starts = {};
  private int[] ends = {};
  private int[] documents = {};

  /** How often a document has the word, or where. */
  private int[] details = {};

  TermColumn(FieldInfo field) {
    this.field = field;
  }

  /**
   * Forgets what was put in.
   *
   * @param all terms of all fields
   * @param from by term where its documents will begin, and where the last one's end
   * @param size how often something will be put in
   */
  void start(Batch.Terms all, int[] from, int size) {
    terms = all;
    starts = from;
    ends = Arrays.copyOf(from, all.size());
    if (documents.length < size) {
      documents = new int[size];
      details = new int[field.getIndexOptions() == IndexOptions.DOCS ? 0 : size];
    }
  }

  boolean isOrdered() {
    return field.getIndexOptions() == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
  }

  FieldInfo field() {
    return field;
  }

  /** Adds a document, none before one that is there; that it says a word again adds a position. */
  void put(int term, int document, int detail) {
    int at = ends[term];
    if (!isOrdered() && at > starts[term] && documents[at - 1] == document) {
      return;
    }
    documents[at] = document;
    if (details.length > 0) {
      details[at] = detail;
    }
    ends[term]++;
  }

  /** The first term from this one on that some document has; -1 when there is none. */
  int next(int from) {
    for (int term = from; term < terms.size(); term++) {
      if (ends[term] > starts[term]) {
        return term;
      }
    }
    return -1;
  }

  /** Points at a term. */
  BytesRef term(int term, BytesRef to) {
    return terms.words().read(terms.numbers()[term], to);
  }

  int start(int term) {
    return starts[term];
  }

  int end(int term) {
    return ends[term];
  }

  int document(int at) {
    return documents[at];
  }

  int detail(int at) {
    return details.length == 0 ? 1 : details[at];
  }
}
