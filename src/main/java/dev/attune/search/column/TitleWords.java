package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.IntRows;
import dev.attune.catalog.compact.TextNumbers;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
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
    TextNumbers numbers = new TextNumbers();
    IntRows said = new IntRows(catalog.size());
    Reading reading = new Reading(numbers, said);
    for (int row = 0; row < catalog.size(); row++) {
      reading.read(catalog.at(row).title(), row);
      said.endRow();
    }
    words = new String[numbers.size()];
    Arrays.setAll(words, numbers::text);
    Map<String, Integer> numberOf = new HashMap<>(words.length * 2);
    for (int number = 0; number < words.length; number++) {
      numberOf.put(words[number], number);
    }
    Arrays.parallelSort(words);
    int[] places = new int[words.length];
    for (int place = 0; place < words.length; place++) {
      places[numberOf.getOrDefault(words[place], 0)] = place;
    }
    from = new int[words.length + 1];
    for (int i = 0; i < said.size(); i++) {
      from[places[said.at(i)] + 1]++;
    }
    for (int place = 0; place < words.length; place++) {
      from[place + 1] += from[place];
    }
    rows = rows(said, catalog.size(), places, from.clone());
  }

  /** Takes titles apart; of a word that one has twice, the second is not counted. */
  private static final class Reading {
    private final TextNumbers numbers;
    private final IntRows said;
    private char[] chars = new char[256];
    private int[] lastRow = new int[1 << 10];

    Reading(TextNumbers numbers, IntRows said) {
      this.numbers = numbers;
      this.said = said;
    }

    void read(String title, int row) {
      int length = fold(title);
      int start = 0;
      for (int i = 0; i <= length; i++) {
        if (i == length || chars[i] == ' ') {
          if (i > start) {
            add(numbers.of(chars, start, i), row);
          }
          start = i + 1;
        }
      }
    }

    /** As {@link TitleWords#folded}, but for the number of spaces; how many characters. */
    private int fold(String title) {
      chars = chars.length < title.length() ? new char[title.length() * 2] : chars;
      for (int i = 0; i < title.length(); i++) {
        char at = title.charAt(i);
        if (at > '\u007f') {
          String folded = folded(title);
          chars = folded.toCharArray();
          return folded.length();
        }
        chars[i] =
            !Character.isLetterOrDigit(at) ? ' ' : (char) (at >= 'A' && at <= 'Z' ? at + 32 : at);
      }
      return title.length();
    }

    private void add(int number, int row) {
      if (number >= lastRow.length) {
        lastRow = Arrays.copyOf(lastRow, number * 2);
      }
      if (lastRow[number] != row + 1) {
        lastRow[number] = row + 1;
        said.add(number);
      }
    }
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
