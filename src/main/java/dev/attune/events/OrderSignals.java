package dev.attune.events;

import dev.attune.events.ShopEvent.OrderCompleted;
import dev.attune.events.ShopEvent.OrderRefunded;
import dev.attune.events.Signal.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an event says of an order beside the plain signals: which order a product is of, and what of
 * it is proven. So an order that is told of twice counts once, and nobody without proof takes back
 * or changes what was ordered with it.
 */
final class OrderSignals {
  private OrderSignals() {}

  static Stream<Signal> of(ShopEvent event, boolean proven) {
    if (event instanceof OrderCompleted completed) {
      return of(event, completed.orderId(), proven);
    }
    return event instanceof OrderRefunded refunded
        ? of(event, refunded.orderId(), proven)
        : Stream.empty();
  }

  private static Stream<Signal> of(ShopEvent event, String orderId, boolean proven) {
    List<Signal> said = new ArrayList<>();
    Map<Kind, Map<String, Long>> lines = new EnumMap<>(Kind.class);
    event
        .signals()
        .forEach(
            signal -> {
              switch (signal.kind()) {
                case BUY, BOUGHT_VARIANT, RETURN ->
                    lines
                        .computeIfAbsent(signal.kind(), any -> new TreeMap<>())
                        .merge(signal.subject(), signal.quantity(), Long::sum);
                case ORDER, PAID, REFUNDED, CANCELLED, REDUCED -> {
                  if (proven) {
                    String subject = signal.kind().name() + "/" + signal.subject();
                    said.add(new Signal(Kind.PROVEN, subject, signal.quantity()));
                  }
                }
                default -> {}
              }
            });
    String order = OrderPart.order(orderId);
    lines.forEach(
        (kind, quantities) ->
            quantities.forEach(
                (subject, quantity) -> {
                  OrderPart part = new OrderPart(proven, kind, order, quantity, subject);
                  said.add(Signal.of(Kind.ORDER_PART, part.text()));
                }));
    return said.stream();
  }
}
