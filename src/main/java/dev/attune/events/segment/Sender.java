package dev.attune.events.segment;

import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * Who sends events, and so what their user ids prove.
 *
 * @param vouches the sender holds the secret key: every {@code userId} it names is proven
 * @param customer whom the sender's own token proves, null without one
 * @param visitor who it is where an event names nobody: the visitor of the request
 * @param traffic of the request
 * @param userAgent of the request, null where it says nothing of the shopper's device
 * @param market ISO 3166-1 alpha-2, of events that name none: the country of the market that the
 *     request names; null where it names none
 */
public record Sender(
    boolean vouches,
    @Nullable Identifier customer,
    @Nullable Identifier visitor,
    Traffic traffic,
    @Nullable String userAgent,
    @Nullable String market) {

  /** Somebody in no market in particular. */
  public Sender(
      boolean vouches,
      @Nullable Identifier customer,
      @Nullable Identifier visitor,
      Traffic traffic,
      @Nullable String userAgent) {
    this(vouches, customer, visitor, traffic, userAgent, null);
  }

  /** The shop's own server. */
  public static Sender server() {
    return new Sender(true, null, null, Traffic.SHOPPER, null);
  }

  /** Somebody with no more than the public write key. */
  public static Sender storefront() {
    return new Sender(false, null, null, Traffic.SHOPPER, null);
  }
}
