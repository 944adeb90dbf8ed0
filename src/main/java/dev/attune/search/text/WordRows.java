package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import dev.attune.search.text.document.IndexField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Which rows have which words, as sets; those of frequent words are kept. */
final class WordRows {
  /** A word that one product in so many has is frequent: reading its list costs more than a set. */
  private static final int FREQUENT = 64;

  /** At a million products 64 MB of sets and about as much of weights. */
  private static final int MOST_KEPT = 512;

  private final IndexReader reader;
  private final Postings postings;
  private final int size;
  private final Map<Term, Weighed> kept = new ConcurrentHashMap<>();

  WordRows(IndexReader reader, DocumentRows documents, Postings postings) {
    this.reader = reader;
    this.postings = postings;
    this.size = documents.size();
  }

  /** The rows that have at least so many of the parts; to be changed by nobody. */
  RowSet atLeast(int share, List<Part> parts) {
    if (share == parts.size()) {
      RowSet all = of(parts.get(0));
      for (Part part : parts.subList(1, parts.size())) {
        all = both(all, of(part));
      }
      return all;
    }
    RowSet[] having = new RowSet[share + 1];
    for (Part part : parts) {
      RowSet rows = of(part);
      for (int n = share; n > 1; n--) {
        if (having[n - 1] != null) {
          having[n] = either(having[n], both(having[n - 1], rows));
        }
      }
      having[1] = either(having[1], rows);
    }
    return having[share] == null ? RowSet.none(size) : having[share];
  }

  private RowSet of(Part part) {
    RowSet any = of(part.ways().get(0));
    for (List<String> way : part.ways().subList(1, part.ways().size())) {
      any = either(any, of(way));
    }
    return any;
  }

  /** The rows that have all these words; to be changed by nobody. */
  RowSet of(List<String> words) {
    return of(IndexField.ANYWHERE, words);
  }

  /** The rows that have all these words in this field; to be changed by nobody. */
  RowSet of(String field, List<String> words) {
    RowSet all = having(field, words.get(0));
    for (String word : words.subList(1, words.size())) {
      all = both(all, having(field, word));
    }
    return all;
  }

  static RowSet both(RowSet one, RowSet other) {
    RowSet both = one.copy();
    both.keepOnly(other);
    return both;
  }

  static RowSet either(@Nullable RowSet one, RowSet other) {
    if (one == null) {
      return other;
    }
    RowSet either = one.copy();
    either.addAll(other);
    return either;
  }

  /** The rows with this word in this field; to be changed by nobody. */
  RowSet having(String field, String word) {
    Term term = new Term(field, word);
    @Nullable Weighed known = weighed(term);
    return known == null ? read(term, null) : known.rows();
  }

  /** What is kept of a frequent word; null of another one. */
  @Nullable Weighed weighed(Term term) {
    @Nullable Weighed known = kept.get(term);
    if (known != null || kept.size() >= MOST_KEPT || !frequent(term)) {
      return known;
    }
    byte[] weights = new byte[size];
    RowSet rows = read(term, weights);
    Weighed read = new Weighed(rows, packed(rows, weights));
    kept.put(term, read);
    return read;
  }

  private boolean frequent(Term term) {
    try {
      return reader.docFreq(term) > size / FREQUENT;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] packed(RowSet rows, byte[] weights) {
    byte[] packed = new byte[rows.size()];
    int[] next = new int[1];
    rows.each(row -> packed[next[0]++] = weights[row]);
    return packed;
  }

  private RowSet read(Term term, byte @Nullable [] weights) {
    RowSet rows = RowSet.none(size);
    try {
      postings.read(
          term,
          (row, times) -> {
            rows.add(row);
            if (weights != null) {
              weights[row] = (byte) Math.min(times, Weighed.MOST);
            }
          });
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return rows;
  }
}
