package dev.attune.search.text.spelling;

import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.words.Compounds;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the compounds that a word is a part of, in languages that have any. What a compound ends in
 * is what it is, and is in the index; what it begins with is read from the words of titles.
 */
public final class CompoundsOf {
  private static final int SHORTEST_STEM = 3;

  /** Of the words that begin with a stem, so many are looked at. */
  private static final int MOST_READ = 500;

  private static final int MOST = 16;
  private static final int MOST_KEPT = 4_096;

  private final boolean any;
  private final ShopAnalyzer stems;
  private final IndexReader reader;
  private final Map<String, List<String>> kept = new ConcurrentHashMap<>();

  private record Compound(String stem, int products) {}

  public CompoundsOf(Language language, IndexReader reader) {
    this.any = language.compounds();
    this.stems = ShopAnalyzer.asking(language);
    this.reader = reader;
  }

  /** How the index names those that end in this stem; empty when there are none. */
  public Optional<String> ending(String stem) {
    String name = Compounds.ending(stem);
    return any && stem.length() >= SHORTEST_STEM && says(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The stems of the most frequent that begin with it and go on with a word of some product. */
  public List<String> beginningWith(String stem) {
    if (!any || stem.length() < SHORTEST_STEM) {
      return List.of();
    }
    @Nullable List<String> known = kept.get(stem);
    if (known != null) {
      return known;
    }
    List<String> found = read(stem);
    if (kept.size() < MOST_KEPT) {
      kept.put(stem, found);
    }
    return found;
  }

  private List<String> read(String stem) {
    List<Compound> found = new ArrayList<>();
    try {
      @Nullable Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS);
      if (terms == null) {
        return List.of();
      }
      TermsEnum all = terms.iterator();
      boolean ended = all.seekCeil(new BytesRef(stem)) == TermsEnum.SeekStatus.END;
      @Nullable BytesRef term = ended ? null : all.term();
      for (int i = 0; i < MOST_READ && term != null; i++) {
        String word = term.utf8ToString();
        if (!word.startsWith(stem)) {
          break;
        }
        if (Compounds.behind(stem, word).stream().anyMatch(this::isWord)) {
          found.add(new Compound(String.join(" ", stems.words(word)), all.docFreq()));
        }
        term = all.next();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Compound::products).reversed())
        .map(Compound::stem)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private boolean isWord(String spelled) {
    List<String> itsStems = stems.words(spelled);
    return !itsStems.isEmpty() && itsStems.stream().allMatch(this::says);
  }

  private boolean says(String stem) {
    try {
      return reader.docFreq(new Term(IndexField.ANYWHERE, stem)) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
