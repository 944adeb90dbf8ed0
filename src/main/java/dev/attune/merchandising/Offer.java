package dev.attune.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes buying cheaper.
 *
 * @param code what the shopper enters, or null when it applies by itself
 * @param category the handle of the category it is for, or null for all
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
    int version) {
  public Offer {
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("An offer needs an id and a title");
    }
  }
}
