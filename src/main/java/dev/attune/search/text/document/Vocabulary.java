package dev.attune.search.text.document;

import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Splits texts into words and remembers what it made of them, for one thread: products say the same
 * values and words over and over.
 */
final class Vocabulary {
  /** Some 30 MB; beyond that it starts anew, because rare words are seldom seen again. */
  private static final int MOST_REMEMBERED = 250_000;

  /** In characters; longer texts are seldom said twice. */
  private static final int LONGEST_REMEMBERED = 60;

  private static final int MANY_DIGITS = 6;
  private static final Word[] NONE = {};

  private final ShopAnalyzer spelled;
  private final ShopAnalyzer stems;
  private final CharArrayMap<Known> tokens = new CharArrayMap<>(1_024, false);
  private final Map<String, Known> rare = new HashMap<>();
  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Said> texts = new HashMap<>();
  private final Map<String, Map<String, Word>> exact = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(Word spelled, Word[] stems) {}

  /**
   * @param compounds words that compounds may be made of; empty for none
   */
  Vocabulary(Language language, Set<String> compounds) {
    spelled = ShopAnalyzer.spelled(language, true);
    stems = ShopAnalyzer.stemming(language, compounds);
  }

  /** To be called between products only. */
  void next() {
    rare.clear();
    if (words.size() + texts.size() + tokens.size() > MOST_REMEMBERED) {
      tokens.clear();
      words.clear();
      texts.clear();
      exact.clear();
    }
  }

  Said of(String text) {
    if (text.length() > LONGEST_REMEMBERED || isRare(text)) {
      return split(text);
    }
    @Nullable Said known = texts.get(text);
    if (known == null) {
      known = split(text);
      texts.put(text, known);
    }
    return known;
  }

  /** The one word that names a value. */
  Word exactly(String field, String value) {
    return exact
        .computeIfAbsent(field, any -> new HashMap<>())
        .computeIfAbsent(value, any -> new Word(ProductDocument.exact(field, value)));
  }

  private Said split(String text) {
    List<Word> written = new ArrayList<>();
    List<Word> stemmed = new ArrayList<>();
    IntStream.Builder steps = IntStream.builder();
    int length = 0;
    try (TokenStream stream = spelled.tokenStream("", text)) {
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        Known known = known(token);
        written.add(known.spelled());
        int behind = step.getPositionIncrement();
        length += behind > 0 ? 1 : 0;
        for (Word stem : known.stems()) {
          stemmed.add(stem);
          steps.add(behind);
          behind = 0;
        }
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Said(written.toArray(NONE), stemmed.toArray(NONE), steps.build().toArray(), length);
  }

  private Known known(CharTermAttribute token) {
    if (isRare(token)) {
      return rare.computeIfAbsent(token.toString(), this::read);
    }
    @Nullable Known known = tokens.get(token.buffer(), 0, token.length());
    if (known == null) {
      String text = token.toString();
      known = read(text);
      tokens.put(text, known);
    }
    return known;
  }

  private Known read(String token) {
    return new Known(
        new Word(token), stems.words(token).stream().map(this::word).toArray(Word[]::new));
  }

  /** Numbers of many digits are hardly ever those of another product. */
  private static boolean isRare(CharSequence text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) <= '9' && text.charAt(i) >= '0' ? 1 : 0;
    }
    return digits >= MANY_DIGITS;
  }

  private Word word(String stem) {
    return isRare(stem) ? new Word(stem) : words.computeIfAbsent(stem, Word::new);
  }
}
