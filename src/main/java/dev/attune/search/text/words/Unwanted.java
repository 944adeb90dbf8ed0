package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a query with a minus before them and white space before that, as in {@code laptop
 * -dell}: what they name is not wanted. A minus within a model's name, by itself, or before a
 * number or a single letter is none of these.
 *
 * @param rest the query without them
 * @param words without the minus, each once
 */
public record Unwanted(String rest, List<String> words) {
  /** The same are left out of a query that has more, and nothing more is. */
  private static final int MOST = 16;

  private static final Pattern WORD =
      Pattern.compile("(?<!\\S)[-\u2212](\\p{L}[\\p{L}\\p{N}]\\S*)\\s*");

  public Unwanted {
    words = List.copyOf(words);
  }

  public static Unwanted in(String query) {
    Matcher word = WORD.matcher(query);
    List<String> words = new ArrayList<>();
    while (word.find()) {
      words.add(word.group(1));
    }
    return words.isEmpty()
        ? new Unwanted(query, words)
        : new Unwanted(word.replaceAll("").strip(), words.stream().distinct().limit(MOST).toList());
  }
}
