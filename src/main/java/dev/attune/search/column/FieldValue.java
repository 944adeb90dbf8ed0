package dev.attune.search.column;

import java.util.Locale;
import java.util.Map;

/**
 * A value that products have in a field.
 *
 * @param field number of the field
 * @param key how filters name it: lower case
 * @param number the number that it starts with, NaN for none
 */
public record FieldValue(int field, String value, String label, String key, double number) {
  /** How filters name a field or a value. */
  public static String key(String value) {
    String key = value.strip().toLowerCase(Locale.ROOT);
    return key.equals(value) ? value : key;
  }

  static FieldValue of(int field, String value, String label) {
    return new FieldValue(field, value, label, key(value), leading(value.strip()));
  }

  /**
   * The same in the field's place among the others, as it is mostly written.
   *
   * @param otherwise how often it is written in other ways
   * @param rows how many have it, however written
   */
  FieldValue laidOut(int place, Map<String, Integer> otherwise, int rows) {
    int so = rows - otherwise.values().stream().mapToInt(Integer::intValue).sum();
    String mostly =
        otherwise.entrySet().stream()
            .filter(other -> other.getValue() > so)
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(value);
    boolean named = !label.equals(value);
    return new FieldValue(place, named ? value : mostly, named ? label : mostly, key, number);
  }

  /** The number, such as {@code -1.5}, that the text begins with. */
  private static double leading(String text) {
    int end = digits(text, text.startsWith("-") ? 1 : 0);
    if (end == 0 || !Character.isDigit(text.charAt(end - 1))) {
      return Double.NaN;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      end = fraction > end + 1 ? fraction : end;
    }
    return Double.parseDouble(text.substring(0, end));
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
