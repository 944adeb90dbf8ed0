package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import dev.attune.search.text.document.IndexField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Which rows have which words, as sets; those of frequent words are kept. */
final class WordRows {
  /** A word that one product in so many has is frequent: reading its list costs more than a set. */
  private static final int FREQUENT = 64;

  /** At a million products 16 MB. */
  private static final int MOST_KEPT = 128;

  private final IndexReader reader;
  private final DocumentRows documents;
  private final int size;
  private final Map<String, RowSet> kept = new ConcurrentHashMap<>();

  WordRows(IndexReader reader, DocumentRows documents) {
    this.reader = reader;
    this.documents = documents;
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

  private RowSet of(List<String> words) {
    RowSet all = having(IndexField.ANYWHERE, words.get(0));
    for (String word : words.subList(1, words.size())) {
      all = both(all, having(IndexField.ANYWHERE, word));
    }
    return all;
  }

  private static RowSet both(RowSet one, RowSet other) {
    RowSet both = one.copy();
    both.keepOnly(other);
    return both;
  }

  private static RowSet either(@Nullable RowSet one, RowSet other) {
    if (one == null) {
      return other;
    }
    RowSet either = one.copy();
    either.addAll(other);
    return either;
  }

  /** The rows with this word in this field; to be changed by nobody. */
  RowSet having(String field, String word) {
    String name = field + ':' + word;
    @Nullable RowSet known = kept.get(name);
    if (known != null) {
      return known;
    }
    try {
      RowSet rows = read(new Term(field, word));
      if (kept.size() < MOST_KEPT && reader.docFreq(new Term(field, word)) > size / FREQUENT) {
        kept.put(name, rows);
      }
      return rows;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private RowSet read(Term term) throws IOException {
    RowSet rows = RowSet.none(size);
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable PostingsEnum having = leaf.reader().postings(term, PostingsEnum.NONE);
      if (having == null) {
        continue;
      }
      @Nullable Bits live = leaf.reader().getLiveDocs();
      int[] rowOf = documents.of(leaf);
      for (int at = having.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = having.nextDoc()) {
        if (rowOf[at] >= 0 && (live == null || live.get(at))) {
          rows.add(rowOf[at]);
        }
      }
    }
    return rows;
  }
}
