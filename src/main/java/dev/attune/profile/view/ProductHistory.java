package dev.attune.profile.view;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.profile.Touched;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sessions say about products: seen, bought, wished for, in the cart. The last comes first.
 */
final class ProductHistory {
  private static final Comparator<Touched> LAST_FIRST =
      Comparator.comparing(Touched::last).reversed().thenComparing(Touched::product);

  private final Map<Signal.Kind, Map<ProductId, Sum>> sums = new EnumMap<>(Signal.Kind.class);
  private final Map<String, Optional<ProductId>> resolved = new HashMap<>();
  private final Subjects subjects;
  private final long lastOrder;

  /**
   * @param open how much of it came in sessions that began after the last order
   */
  private record Sum(long quantity, long last, long open) {
    static final Sum NONE = new Sum(0, Long.MIN_VALUE, 0);

    Sum plus(Sum other) {
      return new Sum(quantity + other.quantity, Math.max(last, other.last), open + other.open);
    }
  }

  ProductHistory(Collection<Session> sessions, Subjects subjects) {
    this.subjects = subjects;
    this.lastOrder =
        sessions.stream()
            .flatMap(session -> session.tallies().entrySet().stream())
            .filter(entry -> entry.getKey().kind() == Signal.Kind.ORDER)
            .mapToLong(entry -> entry.getValue().last())
            .max()
            .orElse(Long.MIN_VALUE);
    for (Session session : sessions) {
      session.tallies().forEach((counted, tally) -> add(session, counted, tally));
    }
  }

  private void add(Session session, Counted counted, Tally tally) {
    switch (counted.kind()) {
      case VIEW, CART_ADD, CART_REMOVE, WISH, UNWISH, BUY, RETURN -> {
        long open = session.start() > lastOrder ? tally.quantity() : 0;
        Sum sum = new Sum(tally.quantity(), tally.last(), open);
        resolved
            .computeIfAbsent(counted.subject(), text -> subjects.product(text).map(p -> p.id()))
            .ifPresent(
                product ->
                    sums.computeIfAbsent(counted.kind(), any -> new HashMap<>())
                        .merge(product, sum, Sum::plus));
      }
      default -> {}
    }
  }

  List<Touched> viewed() {
    return of(Signal.Kind.VIEW).entrySet().stream()
        .map(entry -> touched(entry.getKey(), entry.getValue().quantity, entry.getValue().last))
        .sorted(LAST_FIRST)
        .toList();
  }

  /** Bought and not all returned. */
  List<Touched> bought() {
    Map<ProductId, Sum> returned = of(Signal.Kind.RETURN);
    return of(Signal.Kind.BUY).entrySet().stream()
        .map(
            entry -> {
              long back = returned.getOrDefault(entry.getKey(), Sum.NONE).quantity;
              return touched(
                  entry.getKey(), entry.getValue().quantity - back, entry.getValue().last);
            })
        .filter(touched -> touched.count() > 0)
        .sorted(LAST_FIRST)
        .toList();
  }

  /**
   * Added after the last order, and not removed: the last word was an addition, or more was added
   * than removed in the sessions since that order.
   */
  List<Touched> cart() {
    Map<ProductId, Sum> removed = of(Signal.Kind.CART_REMOVE);
    return of(Signal.Kind.CART_ADD).entrySet().stream()
        .map(entry -> inCart(entry.getKey(), entry.getValue(), removed.get(entry.getKey())))
        .flatMap(Optional::stream)
        .sorted(LAST_FIRST)
        .toList();
  }

  /** Wished for and neither taken off the list nor bought since. */
  List<Touched> wishlist() {
    return of(Signal.Kind.WISH).entrySet().stream()
        .filter(entry -> entry.getValue().last > last(Signal.Kind.UNWISH, entry.getKey()))
        .filter(entry -> entry.getValue().last > last(Signal.Kind.BUY, entry.getKey()))
        .map(entry -> touched(entry.getKey(), entry.getValue().quantity, entry.getValue().last))
        .sorted(LAST_FIRST)
        .toList();
  }

  private long last(Signal.Kind kind, ProductId product) {
    return of(kind).getOrDefault(product, Sum.NONE).last;
  }

  private Optional<Touched> inCart(ProductId product, Sum added, @Nullable Sum removed) {
    Sum out = removed == null ? Sum.NONE : removed;
    long left = added.open - out.open;
    boolean kept = added.last > lastOrder && (added.last > out.last || left > 0);
    return kept ? Optional.of(touched(product, Math.max(1, left), added.last)) : Optional.empty();
  }

  private Map<ProductId, Sum> of(Signal.Kind kind) {
    return sums.getOrDefault(kind, Map.of());
  }

  private static Touched touched(ProductId product, long count, long last) {
    return new Touched(product, count, Instant.ofEpochMilli(last));
  }
}
