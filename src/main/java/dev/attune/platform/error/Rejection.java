package dev.attune.platform.error;

import org.jspecify.annotations.Nullable;

/**
 * An expected refusal of one thing that was sent, as a value, so that it explains itself.
 *
 * @param field the offending field as the sender wrote it, {@code properties.price}, or null when
 *     no single field is at fault
 * @param message one sentence that says what would have been accepted
 */
public record Rejection(ErrorCode code, @Nullable String field, String message) {}
