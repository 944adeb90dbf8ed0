package dev.attune.catalog.snapshot.market;

import java.util.Collection;
import java.util.List;

/** Titles of products and variants, where feeds have one title a row. */
public final class VariantTitles {
  private static final int SHORTEST = 3;
  private static final String JOINTS = " -–—,/|:(·";

  private VariantTitles() {}

  /** What all titles begin with, in whole words; the first title where that is too little. */
  public static String common(List<String> titles) {
    String first = titles.get(0);
    int end = first.length();
    for (String title : titles) {
      end = commonLength(first, title, end);
    }
    int shared = end;
    boolean whole = titles.stream().allMatch(title -> endsWord(title, shared));
    while (!whole && end > 0 && !joint(first, end - 1)) {
      end--;
    }
    while (end > 0 && end < first.length() && joint(first, end - 1)) {
      end--;
    }
    return end < SHORTEST ? first : first.substring(0, end);
  }

  /** What the options say, else what the variant's title adds to the product's, else all of it. */
  public static String own(String title, String product, Collection<String> options) {
    if (!options.isEmpty()) {
      return String.join(" / ", options);
    }
    int start = title.startsWith(product) ? product.length() : title.length();
    while (start < title.length() && joint(title, start)) {
      start++;
    }
    return start < title.length() ? title.substring(start) : title;
  }

  private static int commonLength(String a, String b, int limit) {
    int end = Math.min(limit, b.length());
    int at = 0;
    while (at < end && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static boolean endsWord(String title, int end) {
    return end == title.length() || joint(title, end);
  }

  private static boolean joint(String text, int at) {
    return JOINTS.indexOf(text.charAt(at)) >= 0;
  }
}
