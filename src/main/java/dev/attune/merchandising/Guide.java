package dev.attune.merchandising;

import org.jspecify.annotations.Nullable;

/** A content card: advice, a story, a how-to, perhaps about one category. */
public record Guide(
    String id,
    String title,
    @Nullable String text,
    @Nullable String image,
    String link,
    @Nullable String category) {}
