package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.List;

/** A name's words, apart where commas, brackets, slashes, dashes and numbers part it. */
final class NameParts {
  private static final String BREAKS = ",;:()[]|/+";
  private static final String DASHES = "-\u2013\u2014";

  private NameParts() {}

  static List<List<String>> of(String name) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char at = i < name.length() ? name.charAt(i) : ',';
      boolean breaks = breaks(name, i, at);
      boolean word = !breaks && isOfAWord(at);
      if (word && start < 0) {
        start = i;
      } else if (!word && start >= 0) {
        part.add(name.substring(start, i));
        start = -1;
      }
      if (breaks && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
      }
    }
    return parts;
  }

  private static boolean breaks(String name, int i, char at) {
    boolean digit = at >= '0' && at <= '9';
    return digit
        || BREAKS.indexOf(at) >= 0
        || (DASHES.indexOf(at) >= 0 && isBetweenSpaces(name, i));
  }

  private static boolean isBetweenSpaces(String name, int i) {
    return i > 0 && i + 1 < name.length() && name.charAt(i - 1) == ' ' && name.charAt(i + 1) == ' ';
  }

  private static boolean isOfAWord(char at) {
    return Character.isLetterOrDigit(at) || Character.isSurrogate(at);
  }
}
