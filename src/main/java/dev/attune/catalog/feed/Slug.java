package dev.attune.catalog.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they stand in addresses and keys: lower case, without accents, joined. */
public final class Slug {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private Slug() {}

  /** {@code Café & Tea} becomes {@code cafe-tea}; empty where the text has no letter or digit. */
  public static String handle(String text) {
    return join(text, "-");
  }

  /** {@code Display diagonal} becomes {@code display_diagonal}; empty as for handles. */
  public static String key(String text) {
    return join(text, "_");
  }

  private static String join(String text, String gap) {
    String plain = isAscii(text) ? text : withoutAccents(text);
    String joined = GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(gap);
    int start = joined.startsWith(gap) ? 1 : 0;
    int end = joined.length() - (joined.length() > start && joined.endsWith(gap) ? 1 : 0);
    return joined.substring(start, end);
  }

  private static String withoutAccents(String text) {
    String apart = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD);
    return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
