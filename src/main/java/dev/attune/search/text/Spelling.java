package dev.attune.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Replaces words that no product has: by the word they begin, else by the nearest one. */
final class Spelling {
  private static final int SHORTEST = 3;
  private static final int LONG = 6;

  private final ShopAnalyzer words = new ShopAnalyzer(false);
  private final IndexReader reader;

  Spelling(IndexReader reader) {
    this.reader = reader;
  }

  Optional<String> corrected(String text) {
    try {
      List<String> corrected = new ArrayList<>();
      List<String> asked = words.words(text);
      for (String word : asked) {
        corrected.add(known(word) ? word : nearest(word));
      }
      return corrected.equals(asked) ? Optional.empty() : Optional.of(String.join(" ", corrected));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private boolean known(String word) throws IOException {
    return reader.docFreq(new Term(TextField.WORDS, word)) > 0;
  }

  private String nearest(String word) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(reader, TextField.WORDS);
    if (terms == null || word.length() < SHORTEST) {
      return word;
    }
    @Nullable String begun = begun(word, terms.iterator());
    return begun != null ? begun : alike(word, terms);
  }

  /** The most frequent word that begins like this. */
  private static @Nullable String begun(String word, TermsEnum all) throws IOException {
    @Nullable String best = null;
    int most = 0;
    if (all.seekCeil(new BytesRef(word)) == TermsEnum.SeekStatus.END) {
      return null;
    }
    for (@Nullable BytesRef term = all.term(); term != null; term = all.next()) {
      String candidate = term.utf8ToString();
      if (!candidate.startsWith(word)) {
        break;
      }
      if (all.docFreq() > most) {
        most = all.docFreq();
        best = candidate;
      }
    }
    return best;
  }

  /** The word with the fewest edits, the most frequent of those; the word itself without any. */
  private static String alike(String word, Terms terms) throws IOException {
    FuzzyQuery fuzzy =
        new FuzzyQuery(new Term(TextField.WORDS, word), word.length() < LONG ? 1 : 2, 1);
    TermsEnum near = fuzzy.getTermsEnum(terms);
    BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
    String best = word;
    float nearest = 0;
    int most = 0;
    for (@Nullable BytesRef term = near.next(); term != null; term = near.next()) {
      boolean nearer = nearness.getBoost() > nearest;
      if (nearer || (nearness.getBoost() == nearest && near.docFreq() > most)) {
        best = term.utf8ToString();
        nearest = nearness.getBoost();
        most = near.docFreq();
      }
    }
    return best;
  }
}
