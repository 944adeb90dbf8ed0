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
 * matter in which order, or in which of a shopper's folds, the tellings came. An order that was
 * told of with proof is changed, refunded and cancelled with proof alone.
 */
final class OrderMoney {
  private static final Comparator<Map.Entry<String, Long>> LAST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Ledger all = new Ledger();
  private final Ledger proven = new Ledger();
  private final Map<String, Long> plain = new TreeMap<>();

  /** What is told of orders. */
  private static final class Ledger {
    private final Map<String, Long> told = new HashMap<>();
    private final Map<String, Long> times = new HashMap<>();
    private final Map<String, Long> paid = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Set<String> priced = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Set<String> reduced = new HashSet<>();

    void add(String kind, String subject, Tally tally) {
      long quantity = tally.quantity();
      switch (kind) {
        case "ORDER" -> {
          told.merge(subject, quantity, OrderMoney::saturated);
          times.merge(subject, tally.last(), Math::max);
        }
        case "PAID" -> {
          paid.merge(subject, quantity, OrderMoney::saturated);
          priced.add(order(subject));
        }
        case "REFUNDED" -> refunded.merge(subject, quantity, OrderMoney::saturated);
        case "CANCELLED" -> cancelled.add(subject);
        case "REDUCED" -> reduced.add(subject);
        default -> {}
      }
    }
  }

  void add(Counted counted, Tally tally) {
    String subject = counted.subject();
    switch (counted.kind()) {
      case ORDER, PAID, REFUNDED, CANCELLED, REDUCED ->
          all.add(counted.kind().name(), subject, tally);
      case PROVEN -> {
        int slash = subject.indexOf('/');
        proven.add(subject.substring(0, Math.max(0, slash)), subject.substring(slash + 1), tally);
      }
      case SPEND -> plain.merge(subject, tally.quantity(), OrderMoney::saturated);
      default -> {}
    }
  }

  /** Orders that were not cancelled. */
  int count() {
    return (int) all.told.keySet().stream().filter(order -> !cancelled(order)).count();
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
    Map<String, Long> times = new HashMap<>(all.times);
    times.putAll(proven.times);
    return times.entrySet().stream()
        .filter(order -> !cancelled(order.getKey()))
        .sorted(LAST_FIRST)
        .limit(most)
        .map(
            order ->
                new Paid(
                    Instant.ofEpochMilli(order.getValue()),
                    worth.getOrDefault(order.getKey(), Map.of()),
                    believed(order.getKey()).reduced.contains(order.getKey())))
        .toList();
  }

  /** What each order that was not cancelled is worth, by order and currency. */
  private Map<String, Map<String, Long>> worth() {
    Map<String, Map<String, Long>> orders = new HashMap<>();
    all.paid.forEach(
        (subject, told) -> {
          String order = order(subject);
          Ledger priced = proven.priced.contains(order) ? proven : all;
          long sum = priced.paid.getOrDefault(subject, 0L);
          long tellings = Math.max(1, priced.told.getOrDefault(order, 1L));
          long worth = sum / tellings - believed(order).refunded.getOrDefault(subject, 0L);
          if (worth > 0 && !cancelled(order)) {
            orders
                .computeIfAbsent(order, any -> new HashMap<>())
                .merge(currency(subject), worth, OrderMoney::saturated);
          }
        });
    return orders;
  }

  private boolean cancelled(String order) {
    return believed(order).cancelled.contains(order);
  }

  /** Of an order that was told of with proof only what else is proven. */
  private Ledger believed(String order) {
    return proven.told.containsKey(order) ? proven : all;
  }

  private static String order(String subject) {
    return subject.substring(subject.indexOf('/') + 1);
  }

  private static String currency(String subject) {
    return subject.substring(0, Math.max(0, subject.indexOf('/')));
  }

  private static long saturated(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }
}
