package dev.attune.catalog.feed.text;

/** Global trade item numbers: EAN, UPC, ISBN-13, ITF-14. */
public final class Gtin {
  private Gtin() {}

  /** 8, 12, 13 or 14 digits whose check digit fits (GS1 General Specifications, 7.9). */
  public static boolean valid(String text) {
    int length = text.length();
    boolean known = length == 8 || (length >= 12 && length <= 14);
    if (!known || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int weight = (length - 1 - i) % 2 == 0 ? 1 : 3;
      sum += weight * (text.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }
}
