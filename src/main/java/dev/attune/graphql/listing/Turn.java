package dev.attune.graphql.listing;

import dev.attune.graphql.list.ListCursor;
import dev.attune.graphql.list.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param first how many products at most
 * @param after behind which item, null for the first page
 * @param walk what earlier pages gave, null for the first page and where it is no longer known
 */
public record Turn(int first, @Nullable ListCursor after, @Nullable Walk walk) {
  /**
   * The first page.
   *
   * @throws dev.attune.platform.error.AttuneException INVALID_VALUE for {@code first} out of range
   */
  public static Turn first(@Nullable Integer first) {
    return new Turn(Slice.size("first", first), null, null);
  }

  /** How many items of the list are behind the shopper, as far as is known. */
  int behind() {
    if (after == null) {
      return 0;
    }
    return 1 + (walk == null ? after.position() : walk.place(after.position()));
  }
}
