package dev.attune.catalog;

import org.jspecify.annotations.Nullable;

/** A picture of a product: an absolute URL, or a path on the gateway itself. */
public record Picture(String url, @Nullable String altText) {}
