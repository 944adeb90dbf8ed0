package dev.attune.catalog.compact;

import java.util.Locale;

/** Market views in names of versions: {@code 17@DE/EUR/de-DE} is country, currency and locale. */
public final class ViewName {
  private ViewName() {}

  /** What follows the {@code @}; blank without it, or where what follows is no view. */
  public static String of(String version) {
    String view = version.substring(version.indexOf('@') + 1);
    return version.indexOf('@') >= 0 && view.indexOf('/') >= 0 ? view : "";
  }

  /** The view's locale, English without one. */
  public static Locale locale(String version) {
    String view = of(version);
    String tag = view.substring(view.lastIndexOf('/') + 1);
    Locale locale = tag.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }
}
