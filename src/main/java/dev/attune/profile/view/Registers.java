package dev.attune.profile.view;

import dev.attune.events.Signal;
import dev.attune.profile.Paid;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sessions say beside taste and products: orders, money, refusals, the last campaign. */
final class Registers {
  private static final Comparator<Map.Entry<String, Long>> LAST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final OrderMoney orders = new OrderMoney();
  private final Map<String, Long> rejected = new HashMap<>();
  private final Map<String, Long> accepted = new HashMap<>();
  private final Map<String, Long> campaigns = new HashMap<>();
  private final Map<String, Long> devices = new HashMap<>();

  Registers(Iterable<Session> sessions) {
    for (Session session : sessions) {
      session.tallies().forEach(this::add);
    }
  }

  private void add(Counted counted, Tally tally) {
    String subject = counted.subject();
    orders.add(counted, tally);
    if (counted.kind() == Signal.Kind.REJECT) {
      rejected.merge(subject, tally.last(), Math::max);
    } else if (counted.kind() == Signal.Kind.ACCEPT) {
      accepted.merge(subject, tally.last(), Math::max);
    } else if (counted.kind() == Signal.Kind.CAMPAIGN) {
      campaigns.merge(subject, tally.last(), Math::max);
    } else if (counted.kind() == Signal.Kind.DEVICE) {
      devices.merge(subject, tally.last(), Math::max);
    }
  }

  /** An order that was sent twice under one order id is one order. */
  int orders() {
    return orders.count();
  }

  List<Paid> lastOrders(int most) {
    return orders.last(most);
  }

  Map<String, Long> spentMinor() {
    return orders.spentMinor();
  }

  /** Rejected and not accepted again since, the last first. */
  List<String> rejected() {
    return rejected.entrySet().stream()
        .filter(entry -> entry.getValue() > accepted.getOrDefault(entry.getKey(), Long.MIN_VALUE))
        .sorted(LAST_FIRST)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Nullable String campaign() {
    return last(campaigns);
  }

  @Nullable String device() {
    return last(devices);
  }

  private static @Nullable String last(Map<String, Long> times) {
    return times.entrySet().stream().min(LAST_FIRST).map(Map.Entry::getKey).orElse(null);
  }
}
