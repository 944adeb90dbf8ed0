package dev.attune.ingest.shared;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.privacy.Terms;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;

/**
 * A request that waits for its transaction.
 *
 * @param terms only requests that agree on this can share
 */
record Waiting(List<Received> events, Terms terms, UniEmitter<? super Receipt> emitter) {}
