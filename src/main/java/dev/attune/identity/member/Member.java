package dev.attune.identity.member;

import dev.attune.events.Identifier;
import java.time.Instant;

/**
 * An identifier that was proven to be a customer's.
 *
 * @param id opaque, as shoppers' ids are
 * @param kind of which a shopper has at most five: {@code web}, {@code app}, {@code email}, {@code
 *     external:loyalty_card}
 * @param evidence of the first proof
 * @param customers how many customers are joined to it
 */
public record Member(
    Identifier identifier,
    String id,
    String kind,
    Instant firstProof,
    Instant lastProof,
    String evidence,
    Standing standing,
    int customers) {
  /** What the membership means. */
  public enum Standing {
    /** All of it is the customer's. */
    JOINED,
    /** Others' too: of what nobody was proven to have done, only sessions with a proof count. */
    SHARED,
    /** More than five of its kind: those that were proven last count. */
    LEFT_OUT,
    /** An operator took it from the customer. */
    APART
  }
}
