package dev.attune.search.column;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** The orders of one table that do not depend on demand. */
final class Orders {
  private final Map<By, Order> known = new EnumMap<>(By.class);

  enum By {
    PRICE,
    PRICE_DOWN,
    AGE
  }

  synchronized Order by(By by, int size, IntToDoubleFunction key, IntUnaryOperator ties) {
    return known.computeIfAbsent(by, any -> Order.of(size, key, ties));
  }

  /** Those of a later version, in which these rows cost something else. */
  synchronized Orders with(OfferColumns offers, int[] changed) {
    Orders next = new Orders();
    known.forEach((by, order) -> next.known.put(by, next(by, order, offers, changed)));
    return next;
  }

  private static Order next(By by, Order order, OfferColumns offers, int[] changed) {
    return switch (by) {
      case PRICE -> order.with(row -> -offers.price(row), changed);
      case PRICE_DOWN -> order.with(offers::price, changed);
      case AGE -> order;
    };
  }
}
