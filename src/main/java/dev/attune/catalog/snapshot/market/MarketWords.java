package dev.attune.catalog.snapshot.market;

import org.jspecify.annotations.Nullable;

/** A variant's title and description in one language, each null where it has none. */
public record MarketWords(@Nullable String title, @Nullable String description) {}
