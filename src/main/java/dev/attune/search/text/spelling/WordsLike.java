package dev.attune.search.text.spelling;

import dev.attune.search.text.document.IndexField;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** Finds words of the catalog that are written like another one. */
final class WordsLike {
  private static final int SHORTEST = 3;

  /** Of a beginning; shorter ones are near to too many words. */
  private static final int SHORTEST_BEGUN = 4;

  /** So many words with a beginning like another one are looked at. */
  private static final int MOST_BEGUN = 5_000;

  /** Shorter words have too many others two edits away. */
  private static final int SHORTEST_FOR_TWO = 6;

  private final IndexReader reader;

  WordsLike(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether some word begins like this, and both are long enough to say so. */
  boolean begins(String word) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS);
    if (terms == null || word.length() < SHORTEST) {
      return false;
    }
    TermsEnum all = terms.iterator();
    return all.seekCeil(new BytesRef(word)) != TermsEnum.SeekStatus.END
        && StringHelper.startsWith(all.term(), new BytesRef(word));
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

  /**
   * A beginning one edit away from another one, of the most frequent word with such a beginning and
   * the same first letter.
   */
  Optional<String> beginningLike(String begun) throws IOException {
    @Nullable Terms terms = MultiTerms.getTerms(reader, IndexField.WORDS);
    if (terms == null || begun.length() < SHORTEST_BEGUN) {
      return Optional.empty();
    }
    int second = begun.offsetByCodePoints(0, 1);
    Automaton near =
        new LevenshteinAutomata(begun.substring(second), true)
            .toAutomaton(1, begun.substring(0, second));
    Automaton starting = Operations.concatenate(near, Automata.makeAnyString());
    TermsEnum all =
        new CompiledAutomaton(
                Operations.determinize(starting, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT))
            .getTermsEnum(terms);
    @Nullable String best = null;
    int most = 0;
    @Nullable BytesRef term = all.next();
    for (int i = 0; i < MOST_BEGUN && term != null; i++, term = all.next()) {
      if (all.docFreq() > most) {
        most = all.docFreq();
        best = term.utf8ToString();
      }
    }
    return Optional.ofNullable(best).map(word -> beginning(word, begun, near));
  }

  /** The longest beginning of a word that is near; all of it, where it is cut within a letter. */
  private static String beginning(String word, String begun, Automaton near) {
    CharacterRunAutomaton isNear = new CharacterRunAutomaton(near);
    int longest = Math.min(word.length(), begun.length() + 1);
    return IntStream.iterate(longest, length -> length >= begun.length() - 1, length -> length - 1)
        .mapToObj(length -> word.substring(0, length))
        .filter(isNear::run)
        .findFirst()
        .orElse(word);
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
