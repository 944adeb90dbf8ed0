package dev.attune.search.text.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Calls a unit by one name, whatever language it was named in. */
final class UnitNames extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  UnitNames(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    String name = Units.named(word);
    if (!name.equals(word)) {
      term.setEmpty().append(name);
    }
    return true;
  }
}
