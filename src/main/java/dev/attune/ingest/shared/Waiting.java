package dev.attune.ingest.shared;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest.Receipt;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;

/**
 * A request that waits for its transaction.
 *
 * @param objects only requests that agree on this can share
 */
record Waiting(List<Received> events, boolean objects, UniEmitter<? super Receipt> emitter) {}
