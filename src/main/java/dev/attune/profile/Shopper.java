package dev.attune.profile;

import dev.attune.identity.Asker;
import dev.attune.privacy.Consent;

/**
 * The shopper of one request: who they are taken for, and what may be used and shown.
 *
 * @param id opaque and stable: of the customer they are joined to, else of the visitor id; empty
 *     for a request that says nothing of who it is
 * @param ranking what decisions may use
 * @param showing what this asker may be told: the same as {@code ranking} with proof AUTHENTICATED,
 *     the raw visitor's own for ANONYMOUS, and nobody's for RECOGNIZED
 */
public record Shopper(String id, Asker asker, Consent consent, Profile ranking, Profile showing) {}
