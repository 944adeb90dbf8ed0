package dev.attune.search.text.words;

import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DutchStemmer;

/** A language whose words are reduced to stems, and how it builds names of things. */
public enum Language {
  ENGLISH("en", EnglishAnalyzer.getDefaultStopSet(), false) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new PorterStemFilter(new EnglishPossessiveFilter(words));
    }
  },
  GERMAN("de", GermanAnalyzer.getDefaultStopSet(), false) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new GermanLightStemFilter(new GermanNormalizationFilter(words));
    }
  },
  FRENCH("fr", FrenchAnalyzer.getDefaultStopSet(), true) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new FrenchLightStemFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    }
  },
  SPANISH("es", SpanishAnalyzer.getDefaultStopSet(), true) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new SpanishLightStemFilter(words);
    }
  },
  ITALIAN("it", ItalianAnalyzer.getDefaultStopSet(), true) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new ItalianLightStemFilter(words);
    }
  },
  DUTCH("nl", DutchAnalyzer.getDefaultStopSet(), false) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new SnowballFilter(words, new DutchStemmer());
    }
  };

  private final String code;
  private final CharArraySet small;
  private final boolean headFirst;

  Language(String code, CharArraySet small, boolean headFirst) {
    this.code = code;
    this.small = small;
    this.headFirst = headFirst;
  }

  /** The locale's language, English for one that is not known. */
  public static Language of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(locale.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }

  /** Lower-case words reduced to their stems. */
  abstract TokenStream stemmed(TokenStream words);

  /** Lower-case words that are too common to be asked for, such as articles. */
  CharArraySet small() {
    return small;
  }

  /** Whether a thing is named before what is said of it: French {@code housse ordinateur}. */
  public boolean headFirst() {
    return headFirst;
  }

  /** Whether long words are several words in one. */
  public boolean compounds() {
    return this == GERMAN || this == DUTCH;
  }
}
