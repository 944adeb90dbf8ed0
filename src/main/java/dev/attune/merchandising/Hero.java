package dev.attune.merchandising;

import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.content.Wording;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The large picture on top of the home page.
 *
 * @param link a path of the storefront: {@code /c/<category>}, {@code /p/<product>}, or any other
 * @param category the handle of the category it is about, or null
 * @param campaign shown only to those who come with this {@code utm_campaign}, or null
 * @param priority 0 to 100, more is sooner among equals
 * @param evergreen right for anybody at any time; one such hero is the fallback
 * @param action what the shopper is asked to do, on a button
 * @param texts its words in other languages
 * @param version counts its writes, for optimistic locking
 */
public record Hero(
    String id,
    String headline,
    @Nullable String subline,
    @Nullable String image,
    String link,
    @Nullable String category,
    Audience audience,
    @Nullable String campaign,
    int priority,
    boolean evergreen,
    @Nullable String action,
    Aim aim,
    List<Wording> texts,
    int version)
    implements Kind.Draftable {

  /** One for everybody everywhere, in one language. */
  public Hero(
      String id,
      String headline,
      @Nullable String subline,
      @Nullable String image,
      String link,
      @Nullable String category,
      Audience audience,
      @Nullable String campaign,
      int priority,
      boolean evergreen,
      int version) {
    this(
        id,
        headline,
        subline,
        image,
        link,
        category,
        audience,
        campaign,
        priority,
        evergreen,
        null,
        Aim.EVERYWHERE,
        List.of(),
        version);
  }

  public Hero {
    texts = List.copyOf(texts);
    if (id.isBlank() || headline.isBlank() || link.isBlank()) {
      throw new IllegalArgumentException("A hero needs an id, a headline and a link");
    }
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("A hero's priority is 0 to 100");
    }
  }

  /** What it says in a language. */
  public Wording in(Locale locale) {
    return Wording.in(locale, texts, new Wording("", headline, subline, action));
  }
}
