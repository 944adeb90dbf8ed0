package dev.attune.search.text.document;

import java.util.Set;

/** Which values of attributes shoppers may mean by a name. */
public final class Names {
  private static final Set<String> COLOURS =
      Set.of("color", "colour", "product_color", "product_colour", "farbe", "couleur", "kleur");
  private static final Set<String> SIZES = Set.of("size", "größe", "grosse", "taille", "talla");
  private static final int SHORTEST = 3;
  private static final int LONGEST = 30;

  private Names() {}

  public static boolean isColour(String attribute) {
    return COLOURS.contains(attribute);
  }

  public static boolean isSize(String attribute) {
    return SIZES.contains(attribute);
  }

  /** The names by which shoppers ask for a size. */
  public static Set<String> sizes() {
    return SIZES;
  }

  /** Of attributes other than colours and sizes only words are names, and only some. */
  public static boolean isName(String value) {
    if (value.length() < SHORTEST || value.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char at = value.charAt(i);
      if (!Character.isLetter(at) && (i == 0 || (at != ' ' && at != '-'))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value of this attribute may be a name; which of them are, the catalog says. */
  public static boolean mayBeMeant(String attribute, String value) {
    return isName(value) || isColour(attribute) || isSize(attribute);
  }
}
