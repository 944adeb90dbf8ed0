package dev.attune.search.text;

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

  Query query(List<String> words, Wanted wanted) {
    List<Part> parts = parts(words, wanted.synonyms());
    List<Query> each = parts.stream().map(this::anyWay).toList();
    Query all = atLeast(each, each.size());
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (wanted.relaxed()) {
      int share = (int) Math.ceil(each.size() * settings.relaxedShare());
      query.add(atLeast(each, Math.max(1, Math.min(share, each.size() - 1))), Occur.MUST);
      query.add(new BoostQuery(new ConstantScoreQuery(all), ALL_WORDS), Occur.SHOULD);
      if (!wanted.required().isEmpty()) {
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(all, Occur.SHOULD);
        wanted.required().forEach(name -> any.add(exact(name), Occur.SHOULD));
        query.add(any.build(), Occur.FILTER);
      }
    } else {
      query.add(all, Occur.MUST);
    }
    query.add(kind(parts), Occur.SHOULD);
    if (words.size() > 1) {
      Query phrase =
          new PhraseQuery(PHRASE_SLOP, TextField.TITLE.field(), words.toArray(String[]::new));
      query.add(new BoostQuery(phrase, settings.phrase()), Occur.SHOULD);
    }
    for (String name : wanted.named()) {
      query.add(new BoostQuery(exact(name), settings.understood()), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query atLeast(List<Query> parts, int share) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    return query.setMinimumNumberShouldMatch(share).build();
  }

  private static Query exact(String name) {
    return new ConstantScoreQuery(new TermQuery(new Term(TextField.EXACT, name)));
  }

  /** The synonyms of these words that {@link #query} looks for, as they are written. */
  List<String> synonyms(List<String> words, Synonymy synonyms) {
    return parts(words, synonyms).stream()
        .flatMap(part -> synonyms.others(part.typed()).values().stream())
        .distinct()
        .toList();
  }

  /** From left to right the longest phrase with synonyms, else a word. */
  private List<Part> parts(List<String> words, Synonymy synonyms) {
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
      return reader.docFreq(new Term(TextField.TITLE.field(), word)) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The best of the ways, those that nobody typed for less. */
  private Query anyWay(Part part) {
    List<Query> ways = new ArrayList<>();
    for (List<String> way : part.ways()) {
      float worth = way == part.typed() ? 1 : settings.synonym() * part.typed().size() / way.size();
      ways.add(new BoostQuery(allOf(way), worth));
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

  /** A word in any field, each field by its worth. */
  private Query anywhere(String word) {
    List<Query> fields = new ArrayList<>();
    for (TextField field : TextField.values()) {
      if (field != TextField.KIND) {
        Query found = new TermQuery(new Term(field.field(), word));
        fields.add(new BoostQuery(found, settings.worth(field)));
      }
    }
    return new DisjunctionMaxQuery(fields, settings.otherFields());
  }

  /** That the query's main word, or another word for it, is what the product is. */
  private Query kind(List<Part> parts) {
    Part main = parts.get(language.headFirst() ? 0 : parts.size() - 1);
    SynonymQuery.Builder any = new SynonymQuery.Builder(TextField.KIND.field());
    main.ways().stream()
        .map(way -> way.get(language.headFirst() ? 0 : way.size() - 1))
        .distinct()
        .forEach(head -> any.addTerm(new Term(TextField.KIND.field(), head)));
    return new BoostQuery(any.build(), settings.kind());
  }

  /**
   * A part of the query and all ways to say it.
   *
   * @param ways each as stems; the one typed first
   */
  private record Part(List<List<String>> ways) {
    List<String> typed() {
      return ways.get(0);
    }
  }
}
