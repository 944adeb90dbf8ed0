package dev.attune.search.text.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes words of texts: lower case, without accents, apart at hyphens, as stems or as they are. */
public final class ShopAnalyzer extends Analyzer {
  private final Language language;
  private final Form form;

  private enum Form {
    STEMS,
    STEMS_OF_LARGE,
    STEM_OF_ONE,
    SPELLED,
    SPELLED_AND_JOINED
  }

  private ShopAnalyzer(Language language, Form form) {
    this.language = language;
    this.form = form;
  }

  /** For words that are {@link #spelled} already, each by itself: its stem. */
  public static ShopAnalyzer stemming(Language language) {
    return new ShopAnalyzer(language, Form.STEM_OF_ONE);
  }

  /** For what is asked: the stems of its words, one after the other. */
  public static ShopAnalyzer asking(Language language) {
    return new ShopAnalyzer(language, Form.STEMS);
  }

  /** For what is asked, without words too common to be asked for. */
  public static ShopAnalyzer askingLarge(Language language) {
    return new ShopAnalyzer(language, Form.STEMS_OF_LARGE);
  }

  /** Words as they are written; in one piece also, where they are joined. */
  public static ShopAnalyzer spelled(Language language, boolean joined) {
    return new ShopAnalyzer(language, joined ? Form.SPELLED_AND_JOINED : Form.SPELLED);
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return form == Form.STEM_OF_ONE ? text : new HyphenReader(text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    if (form == Form.STEM_OF_ONE) {
      Tokenizer whole = new KeywordTokenizer();
      return new TokenStreamComponents(whole, language.stemmed(new UnitNames(whole)));
    }
    Tokenizer tokens = new StandardTokenizer();
    boolean joined = form == Form.SPELLED_AND_JOINED;
    TokenStream words = new JoinedWords(new LowerCaseFilter(tokens), joined);
    words = form == Form.STEMS_OF_LARGE ? new StopFilter(words, language.small()) : words;
    words = new ASCIIFoldingFilter(words);
    boolean stemmed = form == Form.STEMS || form == Form.STEMS_OF_LARGE;
    return new TokenStreamComponents(
        tokens, stemmed ? language.stemmed(new UnitNames(words)) : words);
  }

  /** Whether this joins the words on both its sides, as a hyphen does. */
  public static boolean joins(char at) {
    return HyphenReader.plain(at) == JoinedWords.JOINT;
  }

  /** The words of a text, in its order. */
  public List<String> words(String text) {
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
    return words;
  }
}
