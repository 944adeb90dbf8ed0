package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.util.BytesRef;

/**
 * Documents that are written down together. Their words are numbered, and all entries are put in
 * the order of words at once, by counting; that asks for less memory far apart than to look up
 * every word of every document among those before, which is how an index is written document by
 * document.
 */
public final class Batch {
  /** Of words in documents; some 60 MB with what puts them in order. */
  private static final int MOST_ENTRIES = 3_000_000;

  /** Bits of a word's number. */
  private static final int NUMBER_BITS = 24;

  private static final int MOST_WORDS = 1 << NUMBER_BITS;

  private final int number;
  private final List<FieldInfo> fields;
  private final WordColumn[] columns;
  private final WordColumn ids;
  private final List<BytesRef> names = new ArrayList<>();
  private long[] marks = new long[1 << 10];
  private Word[] words = new Word[1 << 12];
  private int size;

  /**
   * @param number another one than those of other batches with the same vocabulary, above 0
   * @param fields of the index; the first of them is that of the documents' names, then come those
   *     that {@link #add} gets words for
   * @param indexed how many fields get words
   */
  public Batch(int number, List<FieldInfo> fields, int indexed) {
    this.number = number;
    this.fields = fields;
    this.ids = new WordColumn(fields.get(0));
    this.columns = new WordColumn[indexed];
    Arrays.setAll(columns, i -> new WordColumn(fields.get(i + 1)));
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether it is time to hand it over. */
  public boolean isFull() {
    int entries = 0;
    for (WordColumn column : columns) {
      entries += column.size();
    }
    return entries >= MOST_ENTRIES || size >= MOST_WORDS / 2;
  }

  /**
   * Adds a document.
   *
   * @param mark what is kept of it as a number
   */
  public void add(String id, long mark, FieldWords[] said) {
    Word name = new Word(id);
    if (names.size() == marks.length) {
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    marks[names.size()] = mark;
    names.add(name.bytes());
    ids.add(numberOf(name), 1, 0);
    ids.endDocument();
    for (int field = 0; field < columns.length; field++) {
      add(columns[field], said[field]);
    }
  }

  private void add(WordColumn column, FieldWords said) {
    int position = -1;
    for (int i = 0; i < said.size(); i++) {
      position += said.step(i);
      column.add(numberOf(said.word(i)), said.frequency(i), position);
    }
    column.endDocument();
  }

  private int numberOf(Word word) {
    int its = word.numberIn(number, size);
    if (its == size) {
      if (size == words.length) {
        words = Arrays.copyOf(words, size * 2);
      }
      words[size++] = word;
    }
    return its;
  }

  /** All of it in the order of the index; nothing is to be added any more. */
  public CodecReader sorted() {
    Word[] terms = ordered();
    int[] ranks = new int[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || Word.ORDER.compare(terms[distinct - 1], terms[i]) != 0) {
        terms[distinct++] = terms[i];
      }
      ranks[terms[i].numberIn(number, -1)] = distinct - 1;
    }
    Word[] all = Arrays.copyOf(terms, distinct);
    TreeMap<String, TermColumn> sorted = new TreeMap<>();
    sorted.put(ids.field().name, ids.sorted(all, ranks));
    for (WordColumn column : columns) {
      sorted.put(column.field().name, column.sorted(all, ranks));
    }
    return new BatchReader(
        names.size(),
        new FieldInfos(fields.toArray(FieldInfo[]::new)),
        sorted,
        new BatchValues(names.size(), names::get, document -> marks[document]));
  }

  /** All words in the order of the index: by their first letters, and where these are the same. */
  private Word[] ordered() {
    long[] keys = new long[size];
    Arrays.setAll(keys, i -> words[i].beginning() >> NUMBER_BITS << NUMBER_BITS | i);
    Arrays.sort(keys);
    Word[] ordered = new Word[size];
    Arrays.setAll(ordered, i -> words[(int) keys[i] & MOST_WORDS - 1]);
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || keys[i] >> NUMBER_BITS != keys[from] >> NUMBER_BITS) {
        if (i > from + 1) {
          Arrays.sort(ordered, from, i, Word.ORDER);
        }
        from = i;
      }
    }
    return ordered;
  }
}
