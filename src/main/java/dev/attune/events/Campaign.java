package dev.attune.events;

import org.jspecify.annotations.Nullable;

/** How somebody came: the {@code utm_} parameters of the page they landed on. */
public record Campaign(
    @Nullable String source,
    @Nullable String medium,
    @Nullable String name,
    @Nullable String term,
    @Nullable String content) {

  /** Its form as the subject of a signal, {@code google/cpc/floral-search}. */
  public String subject() {
    return part(source) + "/" + part(medium) + "/" + part(name);
  }

  private static String part(@Nullable String text) {
    return text == null ? "" : text.replace('/', ' ').strip();
  }
}
