package dev.attune.search.text.words;

import java.util.Locale;
import java.util.Set;

/** Units that are written behind a number with a space or without. */
public final class Units {
  private static final Set<String> ALL =
      Set.of(
          "mm", "cm", "m", "km", "inch", "in", "ft", "g", "kg", "mg", "lb", "lbs", "oz", "ml", "cl",
          "l", "gb", "tb", "mb", "kb", "mhz", "ghz", "hz", "w", "kw", "v", "mah", "mp", "fps",
          "dpi", "ppm", "rpm");

  private static final String INCH = "inch";

  /** What inches are called where these languages are spoken. */
  private static final Set<String> INCHES =
      Set.of("inches", "zoll", "pouce", "pouces", "pulgada", "pulgadas", "pollice", "pollici");

  private Units() {}

  /** Whether a word, lower case, is one. */
  public static boolean has(String word) {
    return ALL.contains(word);
  }

  /** The name that a unit of many names, lower case, is known by; any other word as it is. */
  static String named(String word) {
    return INCHES.contains(word) ? INCH : word;
  }

  /**
   * A text with the signs for inches as a word, and apart from its number: {@code 17"} is {@code 17
   * inch}, {@code 17zoll} is {@code 17 zoll}. A quotation mark behind a number is one unless it
   * ends a quotation.
   */
  public static String spelledOut(String text) {
    if (!mayNameInches(text)) {
      return text;
    }
    StringBuilder spelled = new StringBuilder(text.length() + INCH.length() + 2);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      boolean number = i > 0 && Character.isDigit(text.charAt(i - 1));
      boolean twice = at == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (number && !quoted && (at == '"' || at == '\u2033' || twice)) {
        spelled.append(' ').append(INCH).append(' ');
        i += twice ? 1 : 0;
      } else {
        quoted ^= at == '"';
        spelled.append(number && namesInches(text, i) ? " " : "").append(at);
      }
    }
    return spelled.toString();
  }

  /** Whether a number has a sign behind it, or a letter with which a name of inches begins. */
  private static boolean mayNameInches(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean number = Character.isDigit(text.charAt(i - 1));
      if (number && "\"'\u2033iIzZpP".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole rest of a word that began with a number is a name of inches. */
  private static boolean namesInches(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    int start = from;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean ofAWord = start > 0 && Character.isLetter(text.charAt(start - 1));
    return !ofAWord && named(text.substring(from, end).toLowerCase(Locale.ROOT)).equals(INCH);
  }
}
