package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
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
 * document. To be used again for the next documents; a vocabulary's words are in one batch at a
 * time.
 */
public final class Batch {
  private final List<FieldInfo> fields;
  private final WordColumn[] columns;
  private final WordColumn ids;
  private final BatchWords words = new BatchWords();
  private long[] marks = new long[1 << 10];
  private int documents;
  private int number = 1;

  /**
   * @param fields of the index; the first of them is that of the documents' names, then come those
   *     that {@link #add} gets words for
   * @param indexed how many fields get words
   */
  public Batch(List<FieldInfo> fields, int indexed) {
    this.fields = fields;
    this.ids = new WordColumn(fields.get(0));
    this.columns = new WordColumn[indexed];
    Arrays.setAll(columns, i -> new WordColumn(fields.get(i + 1)));
  }

  /** Forgets all documents; what was {@link #sorted} of them is not to be read any more. */
  public void clear() {
    number++;
    documents = 0;
    words.clear();
    ids.clear();
    for (WordColumn column : columns) {
      column.clear();
    }
  }

  public boolean isEmpty() {
    return documents == 0;
  }

  /** How many words of documents there are; some 20 bytes each with what puts them in order. */
  public int entries() {
    int entries = 0;
    for (WordColumn column : columns) {
      entries += column.size();
    }
    return entries;
  }

  /** Whether it can take no more. */
  public boolean isFull() {
    return words.isFull();
  }

  /**
   * Adds a document.
   *
   * @param mark what is kept of it as a number
   */
  public void add(String id, long mark, FieldWords[] said) {
    Word name = new Word(id);
    if (documents == marks.length) {
      marks = Arrays.copyOf(marks, documents * 2);
    }
    marks[documents++] = mark;
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
    int next = words.size();
    int its = word.numberIn(number, next);
    if (its == next) {
      words.add(word);
    }
    return its;
  }

  /** All of it in the order of the index; nothing is to be added until {@link #clear}. */
  public CodecReader sorted() {
    int[] terms = words.ordered();
    int[] ranks = new int[terms.length];
    int distinct = 0;
    for (int i = 0; i < terms.length; i++) {
      if (i == 0 || !words.same(terms[distinct - 1], terms[i])) {
        terms[distinct++] = terms[i];
      }
      ranks[terms[i]] = distinct - 1;
    }
    Terms all = new Terms(words, Arrays.copyOf(terms, distinct));
    TreeMap<String, TermColumn> sorted = new TreeMap<>();
    sorted.put(ids.field().name, ids.sorted(all, ranks));
    for (WordColumn column : columns) {
      sorted.put(column.field().name, column.sorted(all, ranks));
    }
    BytesRef name = new BytesRef();
    return new BatchReader(
        documents,
        new FieldInfos(fields.toArray(FieldInfo[]::new)),
        sorted,
        new BatchValues(
            documents,
            document -> words.read(ids.word(document), name),
            document -> marks[document]));
  }

  /**
   * The different words of a batch.
   *
   * @param numbers theirs, in the order of the index
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Terms(BatchWords words, int[] numbers) {
    int size() {
      return numbers.length;
    }
  }
}
