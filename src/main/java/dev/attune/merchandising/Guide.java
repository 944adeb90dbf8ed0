package dev.attune.merchandising;

import org.jspecify.annotations.Nullable;

/**
 * A content card: advice, a story, a how-to, perhaps about one category.
 *
 * @param version counts its writes, for optimistic locking
 */
public record Guide(
    String id,
    String title,
    @Nullable String text,
    @Nullable String image,
    String link,
    @Nullable String category,
    int version) {
  public Guide {
    if (id.isBlank() || title.isBlank() || link.isBlank()) {
      throw new IllegalArgumentException("A guide needs an id, a title and a link");
    }
  }
}
