package dev.attune.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of shops in English: lower case, without accents, and stemmed where wanted. */
final class ShopAnalyzer extends Analyzer {
  private final boolean stemmed;

  ShopAnalyzer(boolean stemmed) {
    this.stemmed = stemmed;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream folded =
        new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    return new TokenStreamComponents(words, stemmed ? new PorterStemFilter(folded) : folded);
  }

  /** The different words of a text, in its order. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return words.stream().distinct().toList();
  }
}
