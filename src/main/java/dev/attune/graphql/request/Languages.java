package dev.attune.graphql.request;

import java.util.Locale;

/** Reads the names of languages, BCP 47, and such as systems write them: en_US. */
public final class Languages {
  private Languages() {}

  /** One without a language for what is no name of any. */
  public static Locale of(String tag) {
    return Locale.forLanguageTag(dashed(tag.strip()));
  }

  static String dashed(String tag) {
    return tag.replace('_', '-');
  }
}
