package dev.attune.search.text.vocabulary;

import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import dev.attune.search.text.words.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Splits what stands between white space into words as they are written, for one thread. */
final class Splitter {
  /** In characters; longer words are split. */
  private static final int LONGEST = 255;

  private final ShopAnalyzer spelled;

  /** Takes a word and how many positions it stands behind the one before. */
  @FunctionalInterface
  interface To {
    void accept(String word, int step);
  }

  Splitter(Language language) {
    spelled = ShopAnalyzer.spelled(language, true);
  }

  void split(String text, To to) {
    String apart = Units.spelledOut(text);
    if (isPlain(apart)) {
      plain(apart.toLowerCase(Locale.ROOT), to);
    } else {
      analyzed(apart, to);
    }
  }

  /** Whether there are only letters and digits of ASCII, and hyphens between them. */
  private static boolean isPlain(String text) {
    boolean hyphen = true;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      boolean ofWord = (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || isDigit(at);
      if (!ofWord && (at != '-' || hyphen)) {
        return false;
      }
      hyphen = !ofWord;
    }
    return !hyphen && text.length() <= LONGEST;
  }

  static boolean isDigit(char at) {
    return at >= '0' && at <= '9';
  }

  /** Says what {@link #analyzed} says, and sooner. */
  private static void plain(String text, To to) {
    int end = text.indexOf('-');
    if (end < 0) {
      to.accept(text, 1);
      return;
    }
    to.accept(text.substring(0, end), 1);
    to.accept(text.replace("-", ""), 0);
    while (end < text.length()) {
      int next = text.indexOf('-', end + 1);
      next = next < 0 ? text.length() : next;
      to.accept(text.substring(end + 1, next), 1);
      end = next;
    }
  }

  private void analyzed(String text, To to) {
    try (TokenStream stream = spelled.tokenStream("", text)) {
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        to.accept(token.toString(), step.getPositionIncrement());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
