package dev.attune.search.text.spelling;

import dev.attune.search.text.document.IndexField;
import java.io.IOException;
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

/** Finds words of the catalog that are written like another one. */
final class WordsLike {
  private static final int SHORTEST = 3;

  /** Shorter words have too many others two edits away. */
  private static final int SHORTEST_FOR_TWO = 6;

  private final IndexReader reader;

  WordsLike(IndexReader reader) {
    this.reader = reader;
  }

  /** The most frequent word that begins like this. */
  Optional<String> begunBy(String word) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS);
    if (terms == null || word.length() < SHORTEST) {
      return Optional.empty();
    }
    TermsEnum all = terms.iterator();
    if (all.seekCeil(new BytesRef(word)) == TermsEnum.SeekStatus.END) {
      return Optional.empty();
    }
    @Nullable String best = null;
    int most = 0;
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
    return Optional.ofNullable(best);
  }

  /** The word with the fewest edits, the most frequent of those. */
  Optional<String> near(String word, int edits) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS);
    if (terms == null || word.length() < (edits > 1 ? SHORTEST_FOR_TWO : SHORTEST)) {
      return Optional.empty();
    }
    TermsEnum near = new FuzzyQuery(new Term(IndexField.WORDS, word), edits, 1).getTermsEnum(terms);
    BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
    @Nullable String best = null;
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
    return Optional.ofNullable(best);
  }
}
