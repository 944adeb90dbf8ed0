package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
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
    Map<String, int[]> counts = new HashMap<>();
    for (int row = 0; row < catalog.size(); row++) {
      for (String word : distinct(catalog.at(row).title())) {
        counts.computeIfAbsent(word, any -> new int[2])[0]++;
      }
    }
    words = counts.keySet().toArray(new String[0]);
    Arrays.parallelSort(words);
    from = new int[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      int[] count = counts.getOrDefault(words[i], new int[2]);
      from[i + 1] = from[i] + count[0];
      count[1] = from[i];
    }
    rows = new int[from[words.length]];
    for (int row = 0; row < catalog.size(); row++) {
      for (String word : distinct(catalog.at(row).title())) {
        rows[counts.getOrDefault(word, new int[2])[1]++] = row;
      }
    }
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
