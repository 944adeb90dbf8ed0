package dev.attune.ingest.bad;

import org.jspecify.annotations.Nullable;

/**
 * Which bad events are meant; all where nothing is said.
 *
 * @param code of their reason
 * @param source as they are counted by
 */
public record BadEventFilter(@Nullable String code, @Nullable String source) {}
