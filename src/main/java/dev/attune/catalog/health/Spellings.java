package dev.attune.catalog.health;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind that differ by spelling only: case, accents, spaces, punctuation. The spelling
 * that most products use is right.
 */
final class Spellings {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Map<String, Map<String, Integer>> byKey = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  /** Counts one use. */
  void add(String kind, String text) {
    String key = kind + keys.computeIfAbsent(text, Spellings::key);
    @Nullable Map<String, Integer> known = byKey.get(key);
    if (known == null) {
      byKey.put(key, Map.of(text, 1));
    } else {
      Map<String, Integer> more = known.size() == 1 ? new TreeMap<>(known) : known;
      more.merge(text, 1, Integer::sum);
      byKey.put(key, more);
    }
  }

  /** Keeps only what is spelled in several ways. */
  void settle() {
    byKey.values().removeIf(spellings -> spellings.size() < 2);
  }

  /** How most write it, where that is another way; null where this is how it is written. */
  @Nullable String better(String kind, String text) {
    if (byKey.isEmpty()) {
      return null;
    }
    @Nullable Map<String, Integer> spellings = byKey.get(kind + keys.getOrDefault(text, ""));
    if (spellings == null) {
      return null;
    }
    String most = text;
    for (Map.Entry<String, Integer> spelling : spellings.entrySet()) {
      if (spelling.getValue() > spellings.getOrDefault(most, 0)) {
        most = spelling.getKey();
      }
    }
    return most.equals(text) ? null : most;
  }

  /** {@code “U.S.B” (3), “USB” (120)}. */
  String quoted(String kind, String text) {
    Map<String, Integer> spellings =
        byKey.getOrDefault(kind + keys.getOrDefault(text, ""), Map.of());
    return spellings.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(spelling -> "“" + spelling.getKey() + "” (" + spelling.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String key(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
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
