package dev.attune.identity.request;

import dev.attune.events.Identifier;
import java.time.Instant;

/**
 * What a visitor token says: that this visitor was this customer when the gateway signed it.
 *
 * @param expiresAt from then on it says nothing
 */
public record VisitorPass(
    Identifier visitor, Identifier customer, Instant issuedAt, Instant expiresAt) {}
