package dev.attune.search.text.document;

import dev.attune.search.text.segment.FieldWords;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Hands words that are ready to the index. */
final class WordStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final FieldWords words;
  private int at;

  WordStream(FieldWords words) {
    this.words = words;
  }

  @Override
  public void reset() {
    at = 0;
  }

  @Override
  public boolean incrementToken() {
    if (at == words.size()) {
      return false;
    }
    term.setBytesRef(words.word(at).bytes());
    step.setPositionIncrement(words.step(at));
    frequency.setTermFrequency(words.frequency(at++));
    return true;
  }
}
