package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.IntRows;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which rows have which word in their title, in any case and without accents. */
public final class TitleWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String[] words;
  private final int[] from;
  private final int[] rows;

  public TitleWords(CatalogSnapshot catalog) {
    Map<String, Integer> numbers = new HashMap<>();
    IntRows said = new IntRows(catalog.size());
    for (int row = 0; row < catalog.size(); row++) {
      for (String word : distinct(catalog.at(row).title())) {
        said.add(numbers.computeIfAbsent(word, any -> numbers.size()));
      }
      said.endRow();
    }
    words = numbers.keySet().toArray(new String[0]);
    Arrays.parallelSort(words);
    int[] places = new int[words.length];
    for (int place = 0; place < words.length; place++) {
      places[numbers.getOrDefault(words[place], 0)] = place;
    }
    numbers.clear();
    from = new int[words.length + 1];
    for (int i = 0; i < said.size(); i++) {
      from[places[said.at(i)] + 1]++;
    }
    for (int place = 0; place < words.length; place++) {
      from[place + 1] += from[place];
    }
    rows = rows(said, catalog.size(), places, from.clone());
  }

  /**
   * The rows of all words, one word after the other.
   *
   * @param next where the next row of each word goes
   */
  private static int[] rows(IntRows said, int size, int[] places, int[] next) {
    int[] rows = new int[said.size()];
    for (int row = 0; row < size; row++) {
      for (int i = said.from(row); i < said.from(row + 1); i++) {
        rows[next[places[said.at(i)]]++] = row;
      }
    }
    return rows;
  }

  /** Adds the rows with a word that begins like this. */
  public void addStarting(String prefix, RowSet to) {
    int at = Arrays.binarySearch(words, prefix);
    for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(prefix); i++) {
      add(i, to);
    }
  }

  /** Adds the rows with this word. */
  public void addRows(String word, RowSet to) {
    int at = Arrays.binarySearch(words, word);
    if (at >= 0) {
      add(at, to);
    }
  }

  private void add(int word, RowSet to) {
    for (int i = from[word]; i < from[word + 1]; i++) {
      to.add(rows[i]);
    }
  }

  private static List<String> distinct(String title) {
    List<String> words = new ArrayList<>();
    for (String word : folded(title).split(" ")) {
      if (!word.isEmpty() && !words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Lower case without accents, single spaces between words. */
  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at > '\u007f') {
        String lower = text.toLowerCase(Locale.ROOT);
        String plain =
            MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return BREAKS.matcher(plain).replaceAll(" ").strip();
      }
      if (Character.isLetterOrDigit(at)) {
        folded.append((char) (at >= 'A' && at <= 'Z' ? at + 32 : at));
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().strip();
  }
}
