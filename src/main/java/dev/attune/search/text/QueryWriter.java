package dev.attune.search.text;

import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.TextSettings;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import dev.attune.search.text.words.Synonymy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** Writes what was typed as a query of the index. */
final class QueryWriter {
  /** Words behind these are not looked for. */
  private static final int MOST_WORDS = 24;

  private static final int PHRASE_SLOP = 2;

  /** More than any score: what has all words is before what has a part of them. */
  private static final float ALL_WORDS = 1_000;

  private final Language language;
  private final ShopAnalyzer all;
  private final ShopAnalyzer large;
  private final IndexReader reader;
  private final TextSettings settings;

  QueryWriter(Language language, IndexReader reader, TextSettings settings) {
    this.language = language;
    this.all = ShopAnalyzer.asking(language);
    this.large = ShopAnalyzer.askingLarge(language);
    this.reader = reader;
    this.settings = settings;
  }

  /** The stems that are looked for, each once: without small words, unless there are no others. */
  List<String> words(String text) {
    List<String> said = large.words(text);
    said = said.isEmpty() ? all.words(text) : said;
    return said.stream().distinct().limit(MOST_WORDS).toList();
  }

  /** How many of so many parts must match when a part of them is enough. */
  int share(int parts) {
    int share = (int) Math.ceil(parts * settings.relaxedShare());
    return Math.max(1, Math.min(share, parts - 1));
  }

  /** Scores what matches; which products match is for {@link WordRows} to say. */
  Query query(List<Part> parts, Wanted wanted) {
    List<Query> each = parts.stream().map(this::anyWay).toList();
    Query all = atLeast(each, each.size());
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (wanted.relaxed()) {
      query.add(atLeast(each, share(each.size())), Occur.MUST);
      query.add(new BoostQuery(new ConstantScoreQuery(all), ALL_WORDS), Occur.SHOULD);
    } else {
      each.forEach(part -> query.add(part, Occur.MUST));
    }
    query.add(kind(parts), Occur.SHOULD);
    for (String name : wanted.named()) {
      query.add(new BoostQuery(exact(name), settings.understood()), Occur.SHOULD);
    }
    return query.build();
  }

  /** That the words stand together in the title. */
  Query phrase(List<String> words) {
    Query phrase = new PhraseQuery(PHRASE_SLOP, IndexField.TITLE, words.toArray(String[]::new));
    return new BoostQuery(phrase, settings.phrase());
  }

  private static Query atLeast(List<Query> parts, int share) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    return query.setMinimumNumberShouldMatch(share).build();
  }

  private static Query exact(String name) {
    return new ConstantScoreQuery(new TermQuery(new Term(IndexField.EXACT, name)));
  }

  /** The synonyms of these words that {@link #query} looks for, as they are written. */
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
      if (typed.size() == 2 && isTitleWord(String.join("", typed))) {
        ways.add(List.of(String.join("", typed)));
      }
      if (ways.size() > 1) {
        return new Part(ways);
      }
    }
    return new Part(List.of(words.subList(from, from + 1)));
  }

  private boolean isTitleWord(String word) {
    try {
      return reader.docFreq(new Term(IndexField.TITLE, word)) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The best of the ways, those that nobody typed for less. */
  private Query anyWay(Part part) {
    List<Query> ways = new ArrayList<>();
    for (List<String> way : part.ways()) {
      float worth = way == part.typed() ? 1 : settings.synonym() * part.typed().size() / way.size();
      ways.add(worth == 1 ? allOf(way) : new BoostQuery(allOf(way), worth));
    }
    return ways.size() == 1 ? ways.get(0) : new DisjunctionMaxQuery(ways, 0);
  }

  private Query allOf(List<String> words) {
    if (words.size() == 1) {
      return anywhere(words.get(0));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(anywhere(word), Occur.MUST));
    return all.build();
  }

  private static Query anywhere(String word) {
    return new TermQuery(new Term(IndexField.ANYWHERE, word));
  }

  /** That the query's main word, or another word for it, is what the product is. */
  private Query kind(List<Part> parts) {
    Part main = parts.get(language.headFirst() ? 0 : parts.size() - 1);
    SynonymQuery.Builder any = new SynonymQuery.Builder(IndexField.KIND);
    main.ways().stream()
        .map(way -> way.get(language.headFirst() ? 0 : way.size() - 1))
        .distinct()
        .forEach(head -> any.addTerm(new Term(IndexField.KIND, head)));
    return new BoostQuery(any.build(), settings.kind());
  }
}
