package dev.attune.merchandising.content;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What content says in one language; null leaves it to the words for a wider circle.
 *
 * @param locale BCP 47, a language with or without a country
 * @param title a hero's headline, an offer's title, a badge's label
 * @param text what stands below it
 * @param action what the shopper is asked to do, on a button
 */
public record Wording(
    String locale, @Nullable String title, @Nullable String text, @Nullable String action) {
  /**
   * What is said in a language: first what was written for language and country, then for the
   * language, each part for itself.
   *
   * @param otherwise what is said in every other language
   */
  public static Wording in(Locale locale, List<Wording> texts, Wording otherwise) {
    if (texts.isEmpty()) {
      return otherwise;
    }
    Wording said = new Wording(locale.toLanguageTag(), null, null, null);
    for (String tag : tags(locale)) {
      for (Wording text : texts) {
        said = text.locale().equals(tag) ? said.or(text) : said;
      }
    }
    return said.or(otherwise);
  }

  /** The language with its country, and without. */
  static List<String> tags(Locale locale) {
    String language = locale.getLanguage();
    return Stream.of(language + "-" + locale.getCountry(), language)
        .filter(tag -> !tag.endsWith("-"))
        .toList();
  }

  private Wording or(Wording wider) {
    return new Wording(
        locale,
        title == null ? wider.title : title,
        text == null ? wider.text : text,
        action == null ? wider.action : action);
  }
}
