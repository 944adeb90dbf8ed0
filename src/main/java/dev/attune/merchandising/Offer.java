package dev.attune.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes buying cheaper.
 *
 * @param code what the shopper enters, or null when it applies by itself
 * @param category the handle of the category it is for, or null for all
 * @param discount the share of the price that it takes off, 0 to 1; null where nobody said
 * @param marginFloor what it has to leave of the price after the cost, above 0 and at most 1; null
 *     for the shop's own floor
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
    int version) {
  public Offer {
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
}
