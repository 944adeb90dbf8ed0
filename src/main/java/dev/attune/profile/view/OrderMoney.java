package dev.attune.profile.view;

import dev.attune.profile.Paid;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What orders are worth, each once. The state only adds: an order that was told of three times has
 * three times its worth there, so it is divided by how often it was told of. That way it does not
 * matter in which order, or in which of a shopper's folds, the tellings came.
 */
final class OrderMoney {
  private static final Comparator<Map.Entry<String, Long>> LAST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Map<String, Long> told = new HashMap<>();
  private final Map<String, Long> times = new HashMap<>();
  private final Map<String, Long> paid = new HashMap<>();
  private final Map<String, Long> refunded = new HashMap<>();
  private final Map<String, Long> plain = new TreeMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Set<String> reduced = new HashSet<>();

  void add(Counted counted, Tally tally) {
    long quantity = tally.quantity();
    switch (counted.kind()) {
      case ORDER -> {
        told.merge(counted.subject(), quantity, OrderMoney::saturated);
        times.merge(counted.subject(), tally.last(), Math::max);
      }
      case PAID -> paid.merge(counted.subject(), quantity, OrderMoney::saturated);
      case REFUNDED -> refunded.merge(counted.subject(), quantity, OrderMoney::saturated);
      case SPEND -> plain.merge(counted.subject(), quantity, OrderMoney::saturated);
      case CANCELLED -> cancelled.add(counted.subject());
      case REDUCED -> reduced.add(counted.subject());
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
    worth()
        .values()
        .forEach(
            paidFor ->
                paidFor.forEach(
                    (currency, worth) -> spent.merge(currency, worth, OrderMoney::saturated)));
    return spent;
  }

  /** The last orders that were not cancelled, the last first. */
  List<Paid> last(int most) {
    Map<String, Map<String, Long>> worth = worth();
    return times.entrySet().stream()
        .filter(order -> !cancelled.contains(order.getKey()))
        .sorted(LAST_FIRST)
        .limit(most)
        .map(
            order ->
                new Paid(
                    Instant.ofEpochMilli(order.getValue()),
                    worth.getOrDefault(order.getKey(), Map.of()),
                    reduced.contains(order.getKey())))
        .toList();
  }

  /** What each order that was not cancelled is worth, by order and currency. */
  private Map<String, Map<String, Long>> worth() {
    Map<String, Map<String, Long>> orders = new HashMap<>();
    paid.forEach(
        (subject, sum) -> {
          int slash = subject.indexOf('/');
          String order = subject.substring(slash + 1);
          long tellings = Math.max(1, told.getOrDefault(order, 1L));
          long worth = sum / tellings - refunded.getOrDefault(subject, 0L);
          if (worth > 0 && !cancelled.contains(order)) {
            orders
                .computeIfAbsent(order, any -> new HashMap<>())
                .merge(subject.substring(0, slash), worth, OrderMoney::saturated);
          }
        });
    return orders;
  }

  private static long saturated(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }
}
