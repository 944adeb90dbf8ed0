package dev.attune.ingest.bad;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bad event as it is kept.
 *
 * @param body null where consent does not allow to keep it, or where it was never read
 * @param whole can be tried again
 * @param sentJson who sent it, with which proof
 * @param retries how often it was tried again in vain
 */
public record KeptBadEvent(
    long id,
    Instant receivedAt,
    String source,
    String call,
    String code,
    @Nullable String field,
    String message,
    @Nullable String messageId,
    @Nullable String body,
    boolean whole,
    String sentJson,
    int retries) {}
