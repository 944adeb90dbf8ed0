package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
import java.util.Arrays;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;

/** The documents that have each word of a field, in the order of words and documents. */
final class TermColumn {
  private final FieldInfo field;
  private final Word[] terms;
  private final int[] starts;
  private final int[] ends;
  private final int[] documents;

  /** How often a document has the word, or where. */
  private final int[] details;

  /**
   * @param terms of all fields
   * @param starts by term where its documents will begin, and where the last one's end
   */
  TermColumn(FieldInfo field, Word[] terms, int[] starts, int size) {
    this.field = field;
    this.terms = terms;
    this.starts = starts;
    this.ends = Arrays.copyOf(starts, terms.length);
    this.documents = new int[size];
    this.details = new int[field.getIndexOptions() == IndexOptions.DOCS ? 0 : size];
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
    for (int term = from; term < terms.length; term++) {
      if (ends[term] > starts[term]) {
        return term;
      }
    }
    return -1;
  }

  Word term(int term) {
    return terms[term];
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
