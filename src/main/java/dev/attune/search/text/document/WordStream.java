package dev.attune.search.text.document;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Hands words that are ready to the index; to be filled again for every document. */
final class WordStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private Word[] words = new Word[256];
  private int[] steps = new int[256];
  private int[] frequencies = new int[256];
  private int size;
  private int at;

  void clear() {
    size = 0;
  }

  /**
   * @param behind positions behind the word before
   * @param often how often the document has it; 1 where positions are kept
   */
  void add(Word word, int behind, int often) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      steps = Arrays.copyOf(steps, size * 2);
      frequencies = Arrays.copyOf(frequencies, size * 2);
    }
    words[size] = word;
    steps[size] = behind;
    frequencies[size++] = often;
  }

  @Override
  public void reset() {
    at = 0;
  }

  @Override
  public boolean incrementToken() {
    if (at == size) {
      return false;
    }
    term.setBytesRef(words[at].bytes());
    step.setPositionIncrement(steps[at]);
    frequency.setTermFrequency(frequencies[at++]);
    return true;
  }
}
