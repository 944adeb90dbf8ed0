package dev.attune.search.text.words;

import java.util.Set;

/** Units that are written behind a number with a space or without. */
public final class Units {
  private static final Set<String> ALL =
      Set.of(
          "mm", "cm", "m", "km", "inch", "in", "ft", "g", "kg", "mg", "lb", "lbs", "oz", "ml", "cl",
          "l", "gb", "tb", "mb", "kb", "mhz", "ghz", "hz", "w", "kw", "v", "mah", "mp", "fps",
          "dpi", "ppm", "rpm");

  private Units() {}

  /** Whether a word, lower case, is one. */
  public static boolean has(String word) {
    return ALL.contains(word);
  }
}
