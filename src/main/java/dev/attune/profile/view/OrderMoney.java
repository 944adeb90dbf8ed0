package dev.attune.profile.view;

import dev.attune.events.OrderPart;
import dev.attune.events.Signal;
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
 * told of with proof is changed, refunded and cancelled with proof alone. One that was cancelled,
 * or of which all that was paid or all goods went back, is not kept: it is no order, and worth
 * nothing.
 */
final class OrderMoney {
  private static final Comparator<Map.Entry<String, Long>> LAST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Ledger all = new Ledger();
  private final Ledger proven = new Ledger();
  private final Goods goods = new Goods();
  private final Goods provenGoods = new Goods();
  private final Map<String, Long> plain = new TreeMap<>();

  /** What is told of the goods of orders, by what stands for the order and then by product. */
  private static final class Goods {
    private final Map<String, Map<String, Long>> bought = new HashMap<>();
    private final Map<String, Map<String, Long>> back = new HashMap<>();

    void add(OrderPart part, long times) {
      if (part.kind() == Signal.Kind.BUY) {
        of(bought, part).merge(part.subject(), part.quantity(), Math::max);
      } else if (part.kind() == Signal.Kind.RETURN) {
        double pieces = (double) part.quantity() * times;
        of(back, part).merge(part.subject(), (long) pieces, OrderMoney::saturated);
      }
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> told, OrderPart part) {
      return told.computeIfAbsent(part.order(), any -> new HashMap<>());
    }
  }

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
      case ORDER_PART -> OrderPart.of(subject).ifPresent(part -> add(part, tally.quantity()));
      case SPEND -> plain.merge(subject, tally.quantity(), OrderMoney::saturated);
      default -> {}
    }
  }

  private void add(OrderPart part, long times) {
    goods.add(part, times);
    if (part.proven()) {
      provenGoods.add(part, times);
    }
  }

  /** Orders that were kept. */
  int count() {
    Map<String, Map<String, Long>> worth = worth();
    return (int) all.told.keySet().stream().filter(order -> kept(order, worth)).count();
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

  /** The last orders that were kept, the last first. */
  List<Paid> last(int most) {
    Map<String, Map<String, Long>> worth = worth();
    Map<String, Long> times = new HashMap<>(all.times);
    times.putAll(proven.times);
    return times.entrySet().stream()
        .filter(order -> kept(order.getKey(), worth))
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

  /** What each order that was kept is worth, by order and currency; none of less than nothing. */
  private Map<String, Map<String, Long>> worth() {
    Map<String, Map<String, Long>> orders = new HashMap<>();
    all.paid.forEach(
        (subject, told) -> {
          String order = order(subject);
          Ledger priced = proven.priced.contains(order) ? proven : all;
          long sum = priced.paid.getOrDefault(subject, 0L);
          long tellings = Math.max(1, priced.told.getOrDefault(order, 1L));
          long worth = sum / tellings - believed(order).refunded.getOrDefault(subject, 0L);
          if (worth > 0 && !cancelled(order) && !returned(order)) {
            orders
                .computeIfAbsent(order, any -> new HashMap<>())
                .merge(currency(subject), worth, OrderMoney::saturated);
          }
        });
    return orders;
  }

  /** What was paid for, and is worth nothing any more, was paid back. */
  private boolean kept(String order, Map<String, Map<String, Long>> worth) {
    boolean paidBack = all.priced.contains(order) && !worth.containsKey(order);
    return !paidBack && !cancelled(order) && !returned(order);
  }

  /** All goods that are known to be in it came back. */
  private boolean returned(String order) {
    if (goods.back.isEmpty()) {
      return false;
    }
    String id = OrderPart.order(order);
    Goods told = provenGoods.bought.containsKey(id) ? provenGoods : goods;
    Goods given = proven.told.containsKey(order) ? provenGoods : goods;
    Map<String, Long> bought = told.bought.getOrDefault(id, Map.of());
    Map<String, Long> back = given.back.getOrDefault(id, Map.of());
    return !bought.isEmpty()
        && bought.entrySet().stream()
            .allMatch(line -> back.getOrDefault(line.getKey(), 0L) >= line.getValue());
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
