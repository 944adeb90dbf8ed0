package dev.attune.merchandising;

import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.content.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes buying cheaper.
 *
 * @param code what the shopper enters, or null when it applies by itself
 * @param category the handle of the category it is for, or null for all
 * @param discount the share of the price that it takes off, 0 to 1; null where nobody said
 * @param marginFloor what it has to leave of the price after the cost, above 0 and at most 1; null
 *     for the shop's own floor
 * @param priority 0 to 100, more is sooner among equals
 * @param texts its words in other languages
 * @param version counts its writes, for optimistic locking
 */
public record Offer(
    String id,
    @Nullable String code,
    String title,
    @Nullable String description,
    Audience audience,
    @Nullable String category,
    @Nullable Instant endsAt,
    @Nullable Double discount,
    @Nullable Double marginFloor,
    int priority,
    Aim aim,
    List<Wording> texts,
    int version)
    implements Kind.Draftable {
  /** What priority an offer has of which nobody said one. */
  public static final int PRIORITY = 50;

  /** One for everybody everywhere, in one language. */
  public Offer(
      String id,
      @Nullable String code,
      String title,
      @Nullable String description,
      Audience audience,
      @Nullable String category,
      @Nullable Instant endsAt,
      @Nullable Double discount,
      @Nullable Double marginFloor,
      int version) {
    this(
        id,
        code,
        title,
        description,
        audience,
        category,
        endsAt,
        discount,
        marginFloor,
        PRIORITY,
        Aim.EVERYWHERE,
        List.of(),
        version);
  }

  public Offer {
    texts = List.copyOf(texts);
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("An offer's priority is 0 to 100");
    }
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("An offer needs an id and a title");
    }
    if (discount != null && !(discount >= 0 && discount < 1)) {
      throw new IllegalArgumentException("A discount is a share below 1, not " + discount);
    }
    if (marginFloor != null && !(marginFloor > 0 && marginFloor <= 1)) {
      throw new IllegalArgumentException("A margin's floor is above 0, not " + marginFloor);
    }
  }

  /** When it ends, by itself or by its schedule; null for never. */
  public @Nullable Instant end() {
    @Nullable Instant scheduled = aim.schedule().endsAt();
    return endsAt == null || (scheduled != null && scheduled.isBefore(endsAt)) ? scheduled : endsAt;
  }

  /** What it says in a language. */
  public Wording in(Locale locale) {
    return Wording.in(locale, texts, new Wording("", title, description, null));
  }
}
