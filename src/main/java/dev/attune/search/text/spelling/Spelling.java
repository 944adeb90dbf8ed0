package dev.attune.search.text.spelling;

import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Replaces words that no product has: by one word for two that were torn apart, by the nearest
 * word, by two words for one that was run together, or by the word that it begins. A word that some
 * product has stays.
 */
public final class Spelling {
  private static final int MOST_WORDS = 12;

  /** Of a text that is being typed, which is corrected again with every letter. */
  private static final int MOST_BEGUN = 6;

  private static final int LONGEST_WORD = 40;
  private static final int SHORTEST_PART = 2;

  private final ShopAnalyzer words;
  private final ShopAnalyzer stems;
  private final IndexReader reader;
  private final CompoundsOf compounds;
  private final WordsLike like;

  public Spelling(Language language, IndexReader reader) {
    this.words = ShopAnalyzer.spelled(language, false);
    this.stems = ShopAnalyzer.asking(language);
    this.reader = reader;
    this.compounds = new CompoundsOf(language, reader);
    this.like = new WordsLike(reader);
  }

  /** Empty where nothing is to be corrected. */
  public Optional<String> corrected(String text) throws IOException {
    List<String> asked = words.words(text);
    if (asked.size() > MOST_WORDS) {
      return Optional.empty();
    }
    List<String> corrected = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      String word = asked.get(i);
      String next = i + 1 < asked.size() ? asked.get(i + 1) : "";
      if (tornApart(word, next)) {
        corrected.add(word + next);
        i++;
      } else {
        corrected.add(right(word));
      }
    }
    return corrected.equals(asked) ? Optional.empty() : Optional.of(String.join(" ", corrected));
  }

  /** As {@link #corrected}, of a text of which the last word is still being typed. */
  public Optional<String> begun(String text) throws IOException {
    List<String> asked = words.words(text);
    if (asked.isEmpty() || asked.size() > MOST_BEGUN) {
      return Optional.empty();
    }
    int end = asked.size() - 1;
    List<String> corrected = new ArrayList<>();
    for (String word : asked.subList(0, end)) {
      corrected.add(right(word));
    }
    String last = asked.get(end);
    boolean stays = last.length() > LONGEST_WORD || hasDigits(last) || like.begins(last);
    corrected.add(stays ? last : like.beginningLike(last).orElse(last));
    return corrected.equals(asked) ? Optional.empty() : Optional.of(String.join(" ", corrected));
  }

  private String right(String word) throws IOException {
    return known(word) || word.length() > LONGEST_WORD ? word : instead(word);
  }

  private static boolean hasDigits(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private boolean tornApart(String word, String next) throws IOException {
    return !next.isEmpty() && (!known(word) || !known(next)) && frequency(word + next) > 0;
  }

  private String instead(String word) throws IOException {
    boolean hasDigits = hasDigits(word);
    Optional<String> near = hasDigits ? Optional.empty() : like.near(word, 1);
    if (near.isPresent()) {
      return near.get();
    }
    String split = split(word);
    if (!split.equals(word)) {
      return split;
    }
    Optional<String> begun = like.begunBy(word);
    return begun.isPresent() || hasDigits ? begun.orElse(word) : like.near(word, 2).orElse(word);
  }

  /** The two words of which the rarer one is the most frequent; the word itself without any. */
  private String split(String word) throws IOException {
    String best = word;
    int most = 0;
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      int both = Math.min(frequency(word.substring(0, at)), frequency(word.substring(at)));
      if (both > most) {
        most = both;
        best = word.substring(0, at) + " " + word.substring(at);
      }
    }
    return best;
  }

  private int frequency(String word) throws IOException {
    return reader.docFreq(new Term(IndexField.WORDS, word));
  }

  /** Whether some product has it, in whatever field and form. */
  private boolean known(String word) throws IOException {
    if (frequency(word) > 0) {
      return true;
    }
    for (String stem : stems.words(word)) {
      if (reader.docFreq(new Term(IndexField.ANYWHERE, stem)) > 0
          || compounds.ending(stem).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
