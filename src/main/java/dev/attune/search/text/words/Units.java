package dev.attune.search.text.words;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final String INCH_SIGNS = "\"'\u2033";

  /** Letters with which names of inches begin, small and large. */
  private static final String INITIALS =
      Stream.concat(Stream.of(INCH), INCHES.stream())
          .map(name -> name.substring(0, 1))
          .distinct()
          .map(initial -> initial + initial.toUpperCase(Locale.ROOT))
          .collect(Collectors.joining());

  private static final int LONGEST_NAME =
      INCHES.stream().mapToInt(String::length).reduce(INCH.length(), Math::max);

  private Units() {}

  /** Whether a word, lower case, is one. */
  public static boolean has(String word) {
    return ALL.contains(word) || INCHES.contains(word);
  }

  /**
   * The name that a unit of many names, lower case, is known by, also behind its number: {@code
   * 17zoll} is {@code 17inch}. Any other word as it is.
   */
  static String named(String word) {
    int number = 0;
    while (number < word.length() && isOfANumber(word.charAt(number))) {
      number++;
    }
    return INCHES.contains(word.substring(number)) ? word.substring(0, number) + INCH : word;
  }

  private static boolean isOfANumber(char at) {
    return at == '.' || Character.isDigit(at);
  }

  /**
   * A text with the signs for inches as a word, and apart from its number: {@code 17"} is {@code 17
   * inch}, {@code 17zoll} is {@code 17 zoll}, but {@code XR-17zoll} is a model's name. A quotation
   * mark behind a number is one unless it ends a quotation.
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
      char at = text.charAt(i);
      if (Character.isDigit(text.charAt(i - 1))
          && (INCH_SIGNS.indexOf(at) >= 0 || INITIALS.indexOf(at) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole rest of a word that began with a number is a name of inches. */
  private static boolean namesInches(String text, int from) {
    if (INITIALS.indexOf(text.charAt(from)) < 0) {
      return false;
    }
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
      if (end - from > LONGEST_NAME) {
        return false;
      }
    }
    String name = text.substring(from, end).toLowerCase(Locale.ROOT);
    return named(name).equals(INCH) && !isOfAName(text, from);
  }

  /** Whether the number that ends here has a letter before it, with a hyphen or without. */
  private static boolean isOfAName(String text, int end) {
    int before = end - 1;
    while (before >= 0 && Character.isDigit(text.charAt(before))) {
      before--;
    }
    if (before > 0 && ShopAnalyzer.joins(text.charAt(before))) {
      before--;
    }
    return before >= 0 && Character.isLetter(text.charAt(before));
  }
}
