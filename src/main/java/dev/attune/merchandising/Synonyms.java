package dev.attune.merchandising;

import dev.attune.merchandising.content.Aim;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that search takes for each other.
 *
 * @param phrases what is searched for; at least two where {@code standFor} is empty
 * @param standFor what the phrases also find, not the other way round; empty where the phrases all
 *     find each other
 * @param aim where and when they hold; for everybody there
 * @param version counts its writes, for optimistic locking
 */
public record Synonyms(String id, List<String> phrases, List<String> standFor, Aim aim, int version)
    implements Kind.Draftable {
  /** More phrases are a list of products, not synonyms. */
  public static final int MOST_PHRASES = 50;

  /** Those that hold everywhere. */
  public Synonyms(String id, List<String> phrases, List<String> standFor, int version) {
    this(id, phrases, standFor, Aim.EVERYWHERE, version);
  }

  public Synonyms {
    phrases = List.copyOf(phrases);
    standFor = List.copyOf(standFor);
    if (id.isBlank() || phrases.size() + standFor.size() < 2 || phrases.isEmpty()) {
      throw new IllegalArgumentException("Synonyms need an id and two phrases");
    }
    if (phrases.size() + standFor.size() > MOST_PHRASES) {
      throw new IllegalArgumentException("Synonyms have at most " + MOST_PHRASES + " phrases");
    }
  }

  /** Whether they hold on a page. */
  boolean hold(@Nullable String country, Locale locale, Instant now) {
    return aim.reaches(country) && aim.speaks(locale) && aim.schedule().covers(now);
  }

  /** Whether the phrases all find each other. */
  public boolean bothWays() {
    return standFor.isEmpty();
  }
}
