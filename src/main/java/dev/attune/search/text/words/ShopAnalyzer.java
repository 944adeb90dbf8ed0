package dev.attune.search.text.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes words of texts: lower case, without accents, apart at hyphens, as stems or as they are. */
public final class ShopAnalyzer extends Analyzer {
  private static final NormalizeCharMap HYPHENS = hyphens();

  private final Language language;
  private final boolean stemmed;
  private final boolean joined;
  private final boolean large;
  private final Set<String> compounds;

  private ShopAnalyzer(
      Language language, boolean stemmed, boolean joined, boolean large, Set<String> compounds) {
    this.language = language;
    this.large = large;
    this.stemmed = stemmed;
    this.joined = joined;
    this.compounds = compounds;
  }

  /**
   * For what is indexed: joined words also in one piece, and compounds also in their parts.
   *
   * @param known words that compounds may be made of; empty for none
   */
  public static ShopAnalyzer indexing(Language language, Set<String> known) {
    return new ShopAnalyzer(language, true, true, false, known);
  }

  /** For what is asked: the stems of its words, one after the other. */
  public static ShopAnalyzer asking(Language language) {
    return new ShopAnalyzer(language, true, false, false, Set.of());
  }

  /** For what is asked, without words too common to be asked for. */
  public static ShopAnalyzer askingLarge(Language language) {
    return new ShopAnalyzer(language, true, false, true, Set.of());
  }

  /** Words as they are written; in one piece also, where they are joined. */
  public static ShopAnalyzer spelled(Language language, boolean joined) {
    return new ShopAnalyzer(language, false, joined, false, Set.of());
  }

  private static NormalizeCharMap hyphens() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    String joint = String.valueOf(JoinedWords.JOINT);
    for (String hyphen : List.of("-", "\u2010", "\u2011")) {
      map.add(hyphen, joint);
    }
    map.add("\u2019", "'");
    return map.build();
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(HYPHENS, text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokens = new StandardTokenizer();
    TokenStream words = new JoinedWords(new LowerCaseFilter(tokens), joined);
    words = large ? new StopFilter(words, language.small()) : words;
    words = new ASCIIFoldingFilter(words);
    words = compounds.isEmpty() ? words : new CompoundWords(words, compounds);
    return new TokenStreamComponents(tokens, stemmed ? language.stemmed(words) : words);
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
