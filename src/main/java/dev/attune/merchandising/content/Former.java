package dev.attune.merchandising.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Content after one write.
 *
 * @param what the action, {@code hero.saved}
 * @param version the one that the write made, null where it archived
 * @param stateJson what was written, null where it was archived
 */
public record Former(
    Instant at, String who, String what, @Nullable Integer version, @Nullable String stateJson) {}
