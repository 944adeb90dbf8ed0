package dev.attune.profile.view;

import dev.attune.profile.fold.Counted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What orders are worth, each once. The state only adds: an order that was told of three times has
 * three times its worth there, so it is divided by how often it was told of. That way it does not
 * matter in which order, or in which of a shopper's folds, the tellings came.
 */
final class OrderMoney {
  private final Map<String, Long> told = new HashMap<>();
  private final Map<String, Long> paid = new HashMap<>();
  private final Map<String, Long> refunded = new HashMap<>();
  private final Map<String, Long> plain = new TreeMap<>();
  private final Set<String> cancelled = new HashSet<>();

  void add(Counted counted, long quantity) {
    switch (counted.kind()) {
      case ORDER -> told.merge(counted.subject(), quantity, OrderMoney::saturated);
      case PAID -> paid.merge(counted.subject(), quantity, OrderMoney::saturated);
      case REFUNDED -> refunded.merge(counted.subject(), quantity, OrderMoney::saturated);
      case SPEND -> plain.merge(counted.subject(), quantity, OrderMoney::saturated);
      case CANCELLED -> cancelled.add(counted.subject());
      default -> {}
    }
  }

  /** Orders that were not cancelled. */
  int count() {
    return (int) told.keySet().stream().filter(order -> !cancelled.contains(order)).count();
  }

  /** By currency. */
  Map<String, Long> spentMinor() {
    Map<String, Long> spent = new TreeMap<>(plain);
    paid.forEach(
        (subject, sum) -> {
          int slash = subject.indexOf('/');
          String order = subject.substring(slash + 1);
          long times = Math.max(1, told.getOrDefault(order, 1L));
          long worth = sum / times - refunded.getOrDefault(subject, 0L);
          if (worth > 0 && !cancelled.contains(order)) {
            spent.merge(subject.substring(0, slash), worth, OrderMoney::saturated);
          }
        });
    return spent;
  }

  private static long saturated(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }
}
