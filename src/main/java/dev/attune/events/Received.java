package dev.attune.events;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One valid event as it came in, ready to be appended and folded.
 *
 * @param messageId the client's own id; together with {@code origin} the key of the log
 * @param origin the visitor id where there is one, else the customer id: it never changes, whoever
 *     signs in later
 * @param customer the customer whom a token or the secret key vouched for when it was sent
 * @param happenedAt when it happened, after clock correction
 * @param receivedAt when the gateway got it
 * @param body the event as the client sent it, JSON
 * @param said what it says of the person
 */
public record Received(
    String messageId,
    Identifier origin,
    @Nullable Identifier customer,
    Instant happenedAt,
    Instant receivedAt,
    Traffic traffic,
    ShopEvent event,
    EventContext context,
    String body,
    Statement said) {

  /** An event that says nothing more of its person. */
  public Received(
      String messageId,
      Identifier origin,
      @Nullable Identifier customer,
      Instant happenedAt,
      Instant receivedAt,
      Traffic traffic,
      ShopEvent event,
      EventContext context,
      String body) {
    this(
        messageId,
        origin,
        customer,
        happenedAt,
        receivedAt,
        traffic,
        event,
        context,
        body,
        Statement.NONE);
  }

  /** Whose fold it counts in: the proven customer's, else the origin's. */
  public Identifier owner() {
    return customer == null ? origin : customer;
  }

  /**
   * What the event signals, also of an order's parts, the campaign it came with, the market that
   * goods were wanted in, and the device that was looked at.
   */
  public Stream<Signal> signals() {
    boolean proven = customer != null || said.vouched();
    Stream<Signal> signals = Stream.concat(event.signals(), OrderSignals.of(event, proven));
    if (context.campaign() != null) {
      signals =
          Stream.concat(
              signals,
              Stream.of(new Signal(Signal.Kind.CAMPAIGN, context.campaign().subject(), 1)));
    }
    if (context.country() != null && wantsGoods()) {
      signals = Stream.concat(signals, Stream.of(Signal.of(Signal.Kind.MARKET, context.country())));
    }
    if (context.device() != null && looks()) {
      signals = Stream.concat(signals, Stream.of(Signal.of(Signal.Kind.DEVICE, context.device())));
    }
    return signals;
  }

  private boolean looks() {
    return switch (event.type()) {
      case PAGE_VIEWED, PRODUCT_VIEWED, CATEGORY_VIEWED, ORDER_COMPLETED -> true;
      default -> false;
    };
  }

  private boolean wantsGoods() {
    return switch (event.type()) {
      case PRODUCT_VIEWED, PRODUCT_CLICKED, CART_ADDED, WISHLIST_ADDED, ORDER_COMPLETED -> true;
      default -> false;
    };
  }
}
