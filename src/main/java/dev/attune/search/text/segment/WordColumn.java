package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
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

  WordColumn(FieldInfo field) {
    this.field = field;
    this.positions = new int[isOrdered() ? entries.length : 0];
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
   * The same by word.
   *
   * @param terms the words in the order of the index
   * @param ranks by a word's number its place among these
   */
  TermColumn sorted(Word[] terms, int[] ranks) {
    int[] starts = new int[terms.length + 1];
    for (int i = 0; i < size; i++) {
      starts[ranks[entries[i] >>> FREQUENCY_BITS] + 1]++;
    }
    for (int term = 0; term < terms.length; term++) {
      starts[term + 1] += starts[term];
    }
    return scattered(new TermColumn(field, terms, starts, size), ranks);
  }

  private TermColumn scattered(TermColumn to, int[] ranks) {
    int from = 0;
    for (int document = 0; document < documents; document++) {
      for (int i = from; i < ends[document]; i++) {
        int rank = ranks[entries[i] >>> FREQUENCY_BITS];
        int frequency = entries[i] & MOST;
        to.put(rank, document, isOrdered() ? positions[i] : frequency);
      }
      from = ends[document];
    }
    return to;
  }
}
