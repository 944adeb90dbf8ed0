package dev.attune.catalog.feed;

import org.jspecify.annotations.Nullable;

/**
 * What an item is called in one language; what is null is as in the default language.
 *
 * @param locale BCP 47, {@code de} or {@code de-AT}
 */
public record LocalText(String locale, @Nullable String title, @Nullable String description) {}
