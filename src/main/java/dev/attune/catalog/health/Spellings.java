package dev.attune.catalog.health;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind that differ by spelling only: case, accents, spaces, punctuation. The spelling
 * that most products use is right.
 */
final class Spellings {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Map<String, Map<String, int[]>> counts = new HashMap<>();
  private final Map<String, Map<String, Better>> doubtful = new HashMap<>();

  /**
   * What is right instead.
   *
   * @param quoted all spellings with their counts, {@code “USB” (120), “U.S.B” (3)}
   */
  record Better(String text, String quoted) {}

  private record Spelling(String text, int uses) {}

  /** Counts one use. */
  void add(String kind, String text) {
    counts.computeIfAbsent(kind, any -> new HashMap<>())
        .computeIfAbsent(text, any -> new int[1])[0]++;
  }

  /** Finds, after all uses were counted, what is spelled in several ways. */
  void settle() {
    counts.forEach(this::settle);
    counts.clear();
  }

  private void settle(String kind, Map<String, int[]> texts) {
    Map<String, List<Spelling>> alike = new HashMap<>();
    texts.forEach(
        (text, uses) ->
            alike
                .computeIfAbsent(key(text), any -> new ArrayList<>(1))
                .add(new Spelling(text, uses[0])));
    for (List<Spelling> spellings : alike.values()) {
      if (spellings.size() > 1) {
        spellings.sort(
            Comparator.comparingInt(Spelling::uses).reversed().thenComparing(Spelling::text));
        Better better = new Better(spellings.get(0).text(), quoted(spellings));
        spellings.stream()
            .skip(1)
            .forEach(
                wrong ->
                    doubtful
                        .computeIfAbsent(kind, any -> new HashMap<>())
                        .put(wrong.text(), better));
      }
    }
  }

  /** How most write it, where that is another way; null where this is how it is written. */
  @Nullable Better better(String kind, String text) {
    @Nullable Map<String, Better> known = doubtful.get(kind);
    return known == null ? null : known.get(text);
  }

  private static String quoted(List<Spelling> spellings) {
    return spellings.stream()
        .map(spelling -> "“" + spelling.text() + "” (" + spelling.uses() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String key(String text) {
    String plain = text;
    if (!text.chars().allMatch(c -> c < 128)) {
      plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '+' || c == '#' || amongDigits(lower, i)) {
        key.append(c);
      }
    }
    // a text without letters, such as "-", is like no other
    return key.isEmpty() ? text : key.toString();
  }

  /** 4.5 is not 45. */
  private static boolean amongDigits(String text, int at) {
    return at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && (at == 0 || Character.isDigit(text.charAt(at - 1)));
  }
}
