package dev.attune.search.listing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that products have in a field.
 *
 * @param field number of the field
 * @param key how filters name it: lower case
 * @param number the number that it starts with, NaN for none
 */
record FieldValue(int field, String value, String label, String key, double number) {
  private static final Pattern NUMBER = Pattern.compile("^\\s*(-?\\d+(?:\\.\\d+)?)");

  static String key(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  static FieldValue of(int field, String value, String label) {
    Matcher number = NUMBER.matcher(value);
    return new FieldValue(
        field,
        value,
        label,
        key(value),
        number.find() ? Double.parseDouble(number.group(1)) : Double.NaN);
  }
}
