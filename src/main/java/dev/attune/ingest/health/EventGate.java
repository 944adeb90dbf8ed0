package dev.attune.ingest.health;

import dev.attune.events.EventType;
import java.util.Arrays;
import java.util.List;

/** What learns from one type of event, and says so when that type stops arriving. */
public enum EventGate {
  NEXT(EventType.PRODUCT_VIEWED),
  POPULARITY(EventType.PRODUCT_VIEWED),
  TREND(EventType.PRODUCT_VIEWED),
  HISTORY(EventType.PRODUCT_VIEWED),
  BOUGHT_TOGETHER(EventType.ORDER_COMPLETED),
  BESTSELLER(EventType.ORDER_COMPLETED),
  DUE_AGAIN(EventType.ORDER_COMPLETED),
  GOES_WITH_CART(EventType.CART_ADDED);

  private final EventType needs;

  EventGate(EventType needs) {
    this.needs = needs;
  }

  public EventType needs() {
    return needs;
  }

  static List<EventGate> needing(EventType type) {
    return Arrays.stream(values()).filter(gate -> gate.needs == type).toList();
  }
}
