package dev.attune.catalog.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they stand in addresses and keys: lower case, without accents, joined. */
public final class Slug {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private static final int MAX_HANDLE = 200;

  private Slug() {}

  /**
   * {@code Café & Tea} becomes {@code cafe-tea}; empty where the text has no letter or digit. At
   * most 200 characters, whole words where there are several.
   */
  public static String handle(String text) {
    String all = join(text, "-");
    if (all.length() <= MAX_HANDLE) {
      return all;
    }
    int gap = all.lastIndexOf('-', MAX_HANDLE);
    int half = Character.isHighSurrogate(all.charAt(MAX_HANDLE - 1)) ? 1 : 0;
    return all.substring(0, gap > 0 ? gap : MAX_HANDLE - half);
  }

  /** {@code Display diagonal} becomes {@code display_diagonal}; empty as for handles. */
  public static String key(String text) {
    return join(text, "_");
  }

  private static String join(String text, String gap) {
    if (isAscii(text)) {
      return joinAscii(text, gap.charAt(0));
    }
    String plain = withoutAccents(text);
    String joined = GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(gap);
    int start = joined.startsWith(gap) ? 1 : 0;
    int end = joined.length() - (joined.length() > start && joined.endsWith(gap) ? 1 : 0);
    return joined.substring(start, end);
  }

  private static String joinAscii(String text, char gap) {
    StringBuilder joined = new StringBuilder(text.length());
    boolean between = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9')) {
        if (between && joined.length() > 0) {
          joined.append(gap);
        }
        between = false;
        joined.append(lower);
      } else {
        between = true;
      }
    }
    return joined.toString();
  }

  private static String withoutAccents(String text) {
    String apart = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD);
    return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
