package dev.attune.ingest;

import dev.attune.events.EventContext;
import dev.attune.events.EventType;
import dev.attune.events.Identifier;
import dev.attune.events.OrderLine;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events as tests send them. */
public final class Sent {
  private Sent() {}

  public static Received view(
      String messageId, String visitor, @Nullable String customer, Instant at, String product) {
    return event(
        messageId,
        visitor,
        customer,
        at,
        Traffic.SHOPPER,
        new ShopEvent.ProductTouched(
            EventType.PRODUCT_VIEWED, new OrderLine(product, null, 1, null)));
  }

  public static Received event(
      String messageId,
      String visitor,
      @Nullable String customer,
      Instant at,
      Traffic traffic,
      ShopEvent event) {
    return new Received(
        messageId,
        Identifier.visitor(visitor),
        customer == null ? null : Identifier.customer(customer),
        at,
        at,
        traffic,
        event,
        EventContext.NONE,
        "{}");
  }
}
