package dev.attune.identity;

import dev.attune.events.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Which identifiers are whose. Every edit is logged with its evidence, and edits membership alone:
 * what was folded stays where it is.
 */
public interface Identities {
  /**
   * A customer was proven on a device, as by a sign-in. It goes through the event log like every
   * other proof, so joining twice at the same time is joining once, and consent that denies keeping
   * anything denies this too.
   *
   * @param customer vouched for by a token or the secret key
   * @param evidence what proved it, one or a few words
   * @return the version that a request must bring back to see the joined shopper at least
   * @throws IllegalArgumentException when either is an identifier of another type
   */
  Uni<Long> join(Identifier visitor, Identifier customer, Instant at, String evidence);

  /**
   * Takes an identifier from a customer again. What was proven by the customer's own token stays
   * with the customer; the rest is the identifier's, as if the two had never been joined. They stay
   * apart, whatever is proven later, until {@link #rejoin}.
   *
   * @return whether they were joined
   */
  Uni<Boolean> split(Identifier member, Identifier customer, Edit edit);

  /**
   * Takes a split back.
   *
   * @return whether they had been split
   */
  Uni<Boolean> rejoin(Identifier member, Identifier customer, Edit edit);
}
