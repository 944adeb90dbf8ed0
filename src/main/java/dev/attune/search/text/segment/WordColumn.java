package dev.attune.search.text.segment;

import java.util.Arrays;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;

/** The words of one field, document by document. */
final class WordColumn {
  /** Bits of a frequency; higher ones than fit are as good as the highest. */
  private static final int FREQUENCY_BITS = 8;

  private static final int MOST = (1 << FREQUENCY_BITS) - 1;

  private final FieldInfo field;

  /** A word's number and its frequency. */
  private int[] entries = new int[1 << 12];

  /** Where the word stands in its document; empty where that is not kept. */
  private int[] positions;

  /** Where the entries of each document end. */
  private int[] ends = new int[1 << 10];

  private int documents;
  private int size;

  /** What {@link #sorted} made last; its memory is used again. */
  private final TermColumn terms;

  WordColumn(FieldInfo field) {
    this.field = field;
    this.positions = new int[isOrdered() ? entries.length : 0];
    this.terms = new TermColumn(field);
  }

  /** The number of the word in this place. */
  int word(int at) {
    return entries[at] >>> FREQUENCY_BITS;
  }

  /** Forgets all entries, and what was sorted of them. */
  void clear() {
    documents = 0;
    size = 0;
  }

  private boolean isOrdered() {
    return field.getIndexOptions() == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
  }

  int size() {
    return size;
  }

  FieldInfo field() {
    return field;
  }

  /**
   * @param position behind the word before; not looked at where positions are not kept
   */
  void add(int word, int frequency, int position) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      positions = isOrdered() ? Arrays.copyOf(positions, size * 2) : positions;
    }
    if (isOrdered()) {
      positions[size] = position;
    }
    entries[size++] = word << FREQUENCY_BITS | Math.min(frequency, MOST);
  }

  void endDocument() {
    if (documents == ends.length) {
      ends = Arrays.copyOf(ends, documents * 2);
    }
    ends[documents++] = size;
  }

  /**
   * The same by word, good until the next words are sorted.
   *
   * @param all the words in the order of the index
   * @param ranks by a word's number its place among these
   */
  TermColumn sorted(Batch.Terms all, int[] ranks) {
    int[] starts = new int[all.size() + 1];
    for (int i = 0; i < size; i++) {
      starts[ranks[word(i)] + 1]++;
    }
    for (int term = 0; term < all.size(); term++) {
      starts[term + 1] += starts[term];
    }
    terms.start(all, starts, size);
    int from = 0;
    for (int document = 0; document < documents; document++) {
      for (int i = from; i < ends[document]; i++) {
        int rank = ranks[word(i)];
        int frequency = entries[i] & MOST;
        terms.put(rank, document, isOrdered() ? positions[i] : frequency);
      }
      from = ends[document];
    }
    return terms;
  }
}
