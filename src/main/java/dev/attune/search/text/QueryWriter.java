package dev.attune.search.text;

import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.TextSettings;
import dev.attune.search.text.spelling.CompoundsOf;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import dev.attune.search.text.words.Synonymy;
import dev.attune.search.text.words.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/** Takes what was typed apart into what the index is asked for. */
final class QueryWriter {
  /** Words behind these are not looked for. */
  private static final int MOST_WORDS = 24;

  private static final int PHRASE_SLOP = 2;

  private final Language language;
  private final ShopAnalyzer all;
  private final ShopAnalyzer large;
  private final ShopAnalyzer spelled;
  private final IndexReader reader;
  private final CompoundsOf compounds;
  private final TextSettings settings;

  QueryWriter(Language language, IndexReader reader, TextSettings settings) {
    this.language = language;
    this.all = ShopAnalyzer.asking(language);
    this.large = ShopAnalyzer.askingLarge(language);
    this.spelled = ShopAnalyzer.spelled(language, false);
    this.reader = reader;
    this.compounds = new CompoundsOf(language, reader);
    this.settings = settings;
  }

  /** The stems that are looked for, each once: without small words, unless there are no others. */
  List<String> words(String text) {
    String spelled = Units.spelledOut(text);
    List<String> said = large.words(spelled);
    said = said.isEmpty() ? all.words(spelled) : said;
    return said.stream().distinct().limit(MOST_WORDS).toList();
  }

  /** The words as they are written. */
  List<String> spelled(String text) {
    return spelled.words(Units.spelledOut(text));
  }

  /** How many of so many parts must match when a part of them is enough. */
  int share(int parts) {
    int share = (int) Math.ceil(parts * settings.relaxedShare());
    return Math.max(1, Math.min(share, parts - 1));
  }

  /** That the words stand together in the title. */
  Query phrase(List<String> words) {
    Query phrase = new PhraseQuery(PHRASE_SLOP, IndexField.TITLE, words.toArray(String[]::new));
    return new BoostQuery(phrase, settings.phrase());
  }

  /** The synonyms of these words that are looked for, as they are written. */
  List<String> synonyms(List<String> words, Synonymy synonyms) {
    return parts(words, synonyms).stream()
        .flatMap(part -> synonyms.others(part.typed()).values().stream())
        .distinct()
        .toList();
  }

  /** From left to right the longest phrase with synonyms, else a word. */
  List<Part> parts(List<String> words, Synonymy synonyms) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      Part part = part(words, from, synonyms);
      parts.add(part);
      from += part.typed().size();
    }
    return parts;
  }

  private Part part(List<String> words, int from, Synonymy synonyms) {
    for (int to = Math.min(words.size(), from + Synonymy.LONGEST); to > from; to--) {
      List<String> typed = words.subList(from, to);
      List<List<String>> ways = new ArrayList<>(List.of(typed));
      synonyms.others(typed).keySet().forEach(stems -> ways.add(List.of(stems.split(" "))));
      String joined = String.join("", typed);
      if (typed.size() == 2 && (isMeasure(typed) || isTitleWord(joined))) {
        ways.add(List.of(joined));
      }
      if (typed.size() == 1) {
        return withCompounds(typed.get(0), ways);
      }
      if (ways.size() > 1) {
        return new Part(ways, ways.size());
      }
    }
    throw new IllegalArgumentException("no word at " + from);
  }

  private Part withCompounds(String word, List<List<String>> ways) {
    compounds.ending(word).ifPresent(ending -> ways.add(List.of(ending)));
    int things = ways.size();
    compounds.beginningWith(word).forEach(compound -> ways.add(List.of(compound.split(" "))));
    return new Part(ways, things);
  }

  /** Whether it is a number and its unit, which are one thing to look for. */
  private static boolean isMeasure(List<String> pair) {
    return Character.isDigit(pair.get(0).charAt(0)) && Units.has(pair.get(1));
  }

  private boolean isTitleWord(String word) {
    try {
      return reader.docFreq(new Term(IndexField.TITLE, word)) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The words for what the product should be: the main word, or the main words of its synonyms. */
  List<String> kind(List<Part> parts) {
    Part main = parts.get(language.headFirst() ? 0 : parts.size() - 1);
    return main.ways().subList(0, main.things()).stream()
        .map(way -> way.get(language.headFirst() ? 0 : way.size() - 1))
        .distinct()
        .toList();
  }
}
